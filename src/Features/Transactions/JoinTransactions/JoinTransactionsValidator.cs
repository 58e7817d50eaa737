namespace MyBudget.Features.Transactions.JoinTransactions;

internal sealed class JoinTransactionsValidator : AbstractValidator<JoinTransactions>
{
    public JoinTransactionsValidator()
    {
        RuleFor(command => command.With).Required();
        RuleFor(command => command.As).Required();
    }
}
