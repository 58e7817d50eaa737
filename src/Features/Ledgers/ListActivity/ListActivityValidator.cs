namespace MyBudget.Features.Ledgers.ListActivity;

internal sealed class ListActivityValidator : AbstractValidator<ListActivity>
{
    public ListActivityValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, PageLimit.Max);
}
