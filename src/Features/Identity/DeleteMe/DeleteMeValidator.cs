namespace MyBudget.Features.Identity.DeleteMe;

internal sealed class DeleteMeValidator : AbstractValidator<DeleteMe>
{
    public DeleteMeValidator(IValidator<IdentityProof> proof) => RuleFor(command => command.Details).SetValidator(proof);
}
