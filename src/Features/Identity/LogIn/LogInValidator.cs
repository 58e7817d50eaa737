namespace MyBudget.Features.Identity.LogIn;

internal sealed class LogInValidator : AbstractValidator<LogIn>
{
    public LogInValidator()
    {
        RuleFor(command => command.Details.Email).Email();
        RuleFor(command => command.Details.Password).KnownPassword();
        RuleFor(command => command.Details.Device).Line(200);
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
