namespace MyBudget.Features.Identity.Reauthenticate;

internal sealed class ReauthenticateValidator : AbstractValidator<Reauthenticate>
{
    public ReauthenticateValidator(IValidator<IdentityProof> proof) => RuleFor(command => command.Details).SetValidator(proof);
}
