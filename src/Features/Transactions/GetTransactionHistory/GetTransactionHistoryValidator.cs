namespace MyBudget.Features.Transactions.GetTransactionHistory;

internal sealed class GetTransactionHistoryValidator : AbstractValidator<GetTransactionHistory>
{
    public GetTransactionHistoryValidator() => RuleFor(query => query.Filter.Limit).InclusiveBetween(1, PageLimit.Max);
}
