namespace MyBudget.Features.Budgets.CreateBudget;

internal sealed class CreateBudgetValidator : AbstractValidator<CreateBudget>
{
    public CreateBudgetValidator()
    {
        RuleFor(command => command.Id).ClientId();
        RuleFor(command => command.Details).SetValidator(new BudgetFieldsValidator());
    }
}
