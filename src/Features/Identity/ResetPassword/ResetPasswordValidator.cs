namespace MyBudget.Features.Identity.ResetPassword;

internal sealed class ResetPasswordValidator : AbstractValidator<ResetPassword>
{
    public ResetPasswordValidator()
    {
        RuleFor(command => command.Details.Email).Email();
        RuleFor(command => command.Details.Code).MailedCode();
        RuleFor(command => command.Details.NewPassword).NewPassword().NotAbout(command => (command.Details.Email, null));
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
