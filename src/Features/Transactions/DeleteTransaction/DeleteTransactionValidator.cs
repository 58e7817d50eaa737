using FluentValidation;

namespace MyBudget.Features.Transactions.DeleteTransaction;

internal sealed class DeleteTransactionValidator : AbstractValidator<DeleteTransaction>
{
    public DeleteTransactionValidator() => RuleFor(command => command.IfMatch).NotNull();
}
