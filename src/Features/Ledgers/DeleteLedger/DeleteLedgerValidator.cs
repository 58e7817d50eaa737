using FluentValidation;

namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed class DeleteLedgerValidator : AbstractValidator<DeleteLedger>
{
    public DeleteLedgerValidator() => RuleFor(command => command.IfMatch).NotNull();
}
