namespace MyBudget.Features.Identity.ForgotPassword;

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPassword>
{
    public ForgotPasswordValidator()
    {
        RuleFor(command => command.Email).Email();
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
