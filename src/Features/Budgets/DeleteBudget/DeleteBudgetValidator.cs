using FluentValidation;

namespace MyBudget.Features.Budgets.DeleteBudget;

internal sealed class DeleteBudgetValidator : AbstractValidator<DeleteBudget>
{
    public DeleteBudgetValidator() => RuleFor(command => command.IfMatch).NotNull();
}
