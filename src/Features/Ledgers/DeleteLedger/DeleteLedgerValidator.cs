namespace MyBudget.Features.Ledgers.DeleteLedger;

internal sealed class DeleteLedgerValidator : AbstractValidator<DeleteLedger>
{
    public DeleteLedgerValidator(IValidator<IdentityProof> proof) => RuleFor(command => command.Details).SetValidator(proof);
}
