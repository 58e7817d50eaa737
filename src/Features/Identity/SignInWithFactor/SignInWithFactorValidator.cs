namespace MyBudget.Features.Identity.SignInWithFactor;

internal sealed class SignInWithFactorValidator : AbstractValidator<SignInWithFactor>
{
    public SignInWithFactorValidator()
    {
        RuleFor(command => command.Details.Challenge).Given().Line(200);
        RuleFor(command => command.Details.Code).MailedCode();
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
