namespace MyBudget.Features.Identity.VerifyEmail;

internal sealed class VerifyEmailValidator : AbstractValidator<VerifyEmail>
{
    public VerifyEmailValidator() => RuleFor(command => command.Code).MailedCode();
}
