namespace MyBudget.Features.Transactions.ListTransactions;

internal sealed class ListTransactionsValidator : AbstractValidator<ListTransactions>
{
    public ListTransactionsValidator()
    {
        RuleFor(query => query.Page.Limit).InclusiveBetween(1, PageLimit.Max).OverridePropertyName("limit");
        RuleFor(query => query.Filter).SetValidator(new TransactionFilterValidator());
    }
}
