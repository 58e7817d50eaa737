namespace MyBudget.Features.Transactions.ReconcileAccount;

internal sealed class ReconcileAccountValidator : AbstractValidator<ReconcileAccount>
{
    public ReconcileAccountValidator()
    {
        RuleFor(command => command.On).Required().CalendarDate();
        RuleFor(command => command.Balance).Required();
    }
}
