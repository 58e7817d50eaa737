namespace MyBudget.Features.Ledgers.HandOverLedger;

internal sealed class HandOverLedgerValidator : AbstractValidator<HandOverLedger>
{
    public HandOverLedgerValidator()
    {
        RuleFor(command => command.Details.UserId).Required();
        RuleFor(command => command.Details.Role).Required();
    }
}
