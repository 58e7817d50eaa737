namespace MyBudget.Features.Identity.Reauthenticate;

internal sealed class ReauthenticateValidator : AbstractValidator<Reauthenticate>
{
    public ReauthenticateValidator(IValidator<IdentityProof> proof) => When(
            command => command.Details is { Password: null, IdToken: null },
            () => RuleFor(command => command.Details.Password).NotNull()
                .WithErrorCode("password-or-token").WithMessage("Give the password, or an ID token of Firebase in its place."))
        .Otherwise(() => RuleFor(command => command.Details).SetValidator(proof));
}
