namespace MyBudget.Features.Transactions.AttachReceipt;

internal sealed class AttachReceiptValidator : AbstractValidator<AttachReceipt>
{
    private const int LongestName = 100;

    public AttachReceiptValidator()
    {
        RuleFor(command => command.ReceiptId).ClientId();
        RuleFor(command => command.Name)
            .Line(LongestName)
            .Must(name => string.IsNullOrWhiteSpace(name) || VisibleText.Is(name))
            .WithErrorCode("invisible-characters").WithMessage("Invisible characters, and such as change the direction, are not allowed.")
            .Must(name => name is null || (!name.AsSpan().ContainsAny('/', '\\') && name.Trim() is not ("." or "..")))
            .WithErrorCode("path").WithMessage("This is the name of a file alone, without folders.");
    }
}
