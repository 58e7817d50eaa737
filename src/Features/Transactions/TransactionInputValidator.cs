namespace MyBudget.Features.Transactions;

internal sealed class TransactionInputValidator : AbstractValidator<TransactionInput>
{
    public TransactionInputValidator()
    {
        RuleFor(entry => entry.AccountId).Required();
        RuleFor(entry => entry.Date).Required().CalendarDate();
        RuleFor(entry => entry.Amount).Required().EntryAmount();
        RuleFor(entry => entry.Payee).Line(200);
        RuleFor(entry => entry.Note).Text(2000);
        RuleFor(entry => entry.CategoryId).Null().When(entry => entry.Splits is { Count: > 0 })
            .WithErrorCode("not-allowed").WithMessage("A split has no category of its own; its parts have.");
        RuleFor(entry => entry.Splits).Must(splits => splits is null or { Count: <= 100 })
            .WithErrorCode("too-many").WithMessage("At most 100 splits are allowed.");
        RuleFor(entry => entry.Splits).Must(splits => splits is null or { Count: 0 }).When(entry => entry.Transfer is not null)
            .WithErrorCode("not-allowed").WithMessage("A transfer cannot be split; make the parts transfers.");
        RuleForEach(entry => entry.Splits).NotNull().WithErrorCode("required").WithMessage("This value is required.")
            .SetValidator(new SplitInputValidator()!);
        RuleFor(entry => entry.Tags).Must(tags => tags is null or { Count: <= 20 })
            .WithErrorCode("too-many").WithMessage("At most 20 tags are allowed.");
        RuleForEach(entry => entry.Tags).Tag();
        RuleFor(entry => entry.Transfer).SetValidator(new TransferInputValidator()!);
    }
}

internal sealed class SplitInputValidator : AbstractValidator<SplitInput>
{
    public SplitInputValidator()
    {
        RuleFor(split => split.Amount).Required().EntryAmount();
        RuleFor(split => split.Note).Text(500);
        RuleFor(split => split.Transfer).SetValidator(new TransferInputValidator()!);
    }
}

internal sealed class TransferInputValidator : AbstractValidator<TransferInput>
{
    public TransferInputValidator()
    {
        RuleFor(transfer => transfer.AccountId).Required();
        RuleFor(transfer => transfer.Amount).EntryAmount();
        RuleFor(transfer => transfer.Date).CalendarDate();
    }
}

internal static class TagRule
{
    public static IRuleBuilderOptions<T, string?> Tag<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(tag => !string.IsNullOrWhiteSpace(tag)).WithErrorCode("required").WithMessage("A tag is not blank.").Line(50);
}
