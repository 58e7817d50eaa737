namespace MyBudget.Features.Budgets.GetBudget;

internal sealed class GetBudgetValidator : AbstractValidator<GetBudget>
{
    public GetBudgetValidator() => RuleFor(query => query.On).CalendarDate();
}
