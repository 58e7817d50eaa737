namespace MyBudget.Features.Identity.ListSessions;

internal sealed class ListSessionsValidator : AbstractValidator<ListSessions>
{
    public ListSessionsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, PageLimit.Max);
}
