namespace MyBudget.Features.Budgets.GetBudgetStatus;

internal sealed class GetBudgetStatusValidator : AbstractValidator<GetBudgetStatus>
{
    public GetBudgetStatusValidator() => RuleFor(query => query.On).CalendarDate();
}
