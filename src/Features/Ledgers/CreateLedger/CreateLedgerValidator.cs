namespace MyBudget.Features.Ledgers.CreateLedger;

internal sealed class CreateLedgerValidator : AbstractValidator<CreateLedger>
{
    public CreateLedgerValidator()
    {
        RuleFor(command => command.Id).Must(id => id != Guid.Empty).WithErrorCode("id").WithMessage("An id is a UUID that is not nil.");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Currency).NotEmpty().CurrencyCode();
    }
}
