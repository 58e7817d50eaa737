namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal sealed class ListBudgetStatusesValidator : AbstractValidator<ListBudgetStatuses>
{
    public ListBudgetStatusesValidator()
    {
        RuleFor(query => query.On).CalendarDate();
        RuleFor(query => query.From).CalendarDate();
        RuleFor(query => query.To).CalendarDate().EndOf(query => query.From);
    }
}
