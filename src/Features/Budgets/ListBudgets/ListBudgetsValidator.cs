namespace MyBudget.Features.Budgets.ListBudgets;

internal sealed class ListBudgetsValidator : AbstractValidator<ListBudgets>
{
    public ListBudgetsValidator() => RuleFor(query => query.On).CalendarDate();
}
