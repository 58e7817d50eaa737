namespace MyBudget.Features.Transactions.ListTransactions;

internal sealed class ListTransactionsValidator : AbstractValidator<ListTransactions>
{
    public ListTransactionsValidator()
    {
        RuleFor(query => query.Filter.Limit).InclusiveBetween(1, PageLimit.Max);
        RuleFor(query => query.Filter.CategoryId).Must(id => id is null or TransactionFilter.NoCategory || Guid.TryParse(id, out _))
            .WithErrorCode("id").WithMessage("A category is named by its id or by 'none'.");
        RuleFor(query => query.Filter.Status).Must(status => status is null || TransactionFilter.Statuses.Contains(status))
            .WithErrorCode("unknown-value").WithMessage($"One of {string.Join(", ", TransactionFilter.Statuses)}.");
        RuleFor(query => query.Filter.Tag).Line(50);
        RuleFor(query => query.Filter.Q).Line(200);
    }
}
