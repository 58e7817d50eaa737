namespace MyBudget.Features.Budgets.ListBudgetEntries;

internal sealed class ListBudgetEntriesValidator : AbstractValidator<ListBudgetEntries>
{
    public ListBudgetEntriesValidator()
    {
        RuleFor(query => query.On).CalendarDate();
        RuleFor(query => query.Period).CalendarDate();
        RuleFor(query => query.On).Null().When(query => query.Period is not null)
            .WithErrorCode("not-together").WithMessage("Either on or period is given.");
        RuleFor(query => query.Page.Limit).InclusiveBetween(1, PageLimit.Max).OverridePropertyName("limit");
    }
}
