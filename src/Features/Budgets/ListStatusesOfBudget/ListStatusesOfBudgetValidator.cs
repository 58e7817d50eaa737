namespace MyBudget.Features.Budgets.ListStatusesOfBudget;

internal sealed class ListStatusesOfBudgetValidator : AbstractValidator<ListStatusesOfBudget>
{
    public ListStatusesOfBudgetValidator()
    {
        RuleFor(query => query.On).CalendarDate();
        RuleFor(query => query.From).CalendarDate();
        RuleFor(query => query.To).CalendarDate().EndOf(query => query.From);
    }
}
