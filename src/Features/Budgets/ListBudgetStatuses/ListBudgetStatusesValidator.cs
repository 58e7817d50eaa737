namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal sealed class ListBudgetStatusesValidator : AbstractValidator<ListBudgetStatuses>
{
    public ListBudgetStatusesValidator() => RuleFor(query => query.On).CalendarDate();
}
