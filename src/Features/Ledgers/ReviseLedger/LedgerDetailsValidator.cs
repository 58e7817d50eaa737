namespace MyBudget.Features.Ledgers.ReviseLedger;

internal sealed class LedgerDetailsValidator : AbstractValidator<LedgerDetails>
{
    public LedgerDetailsValidator()
    {
        RuleFor(request => request.Name).Name();
        RuleFor(request => request.LargeTransactionFrom).EntryAmount();
        RuleFor(request => request.LargeTransactionFrom).GreaterThan(0);
    }
}
