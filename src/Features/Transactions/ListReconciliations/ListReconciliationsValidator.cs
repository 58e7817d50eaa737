namespace MyBudget.Features.Transactions.ListReconciliations;

internal sealed class ListReconciliationsValidator : AbstractValidator<ListReconciliations>
{
    public ListReconciliationsValidator() => RuleFor(query => query.Filter.Limit).InclusiveBetween(1, PageLimit.Max);
}
