using FluentValidation;

namespace MyBudget.Features.Transactions.RestoreTransaction;

internal sealed class RestoreTransactionValidator : AbstractValidator<RestoreTransaction>
{
    public RestoreTransactionValidator() => RuleFor(command => command.IfMatch).NotNull();
}
