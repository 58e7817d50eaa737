using FluentValidation;

namespace MyBudget.Features.Transactions.ReviseTransaction;

/// <summary>What a patch makes of the transaction is validated once it is laid over it.</summary>
internal sealed class ReviseTransactionValidator : AbstractValidator<ReviseTransaction>
{
    public ReviseTransactionValidator() => RuleFor(command => command.Patch).NotNull();
}
