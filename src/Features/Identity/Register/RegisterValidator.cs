namespace MyBudget.Features.Identity.Register;

internal sealed class RegisterValidator : AbstractValidator<Register>
{
    public RegisterValidator()
    {
        RuleFor(command => command.Details.Email).Email();
        RuleFor(command => command.Details.Password).NewPassword().NotAbout(command => (command.Details.Email, command.Details.DisplayName));
        RuleFor(command => command.Details.DisplayName).Name();
        RuleFor(command => command.Details.Locale).Language();
        RuleFor(command => command.Details.TimeZone).IanaTimeZone();
        RuleFor(command => command.Details.Device).Line(200);
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
