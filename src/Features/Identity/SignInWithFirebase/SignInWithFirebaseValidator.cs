namespace MyBudget.Features.Identity.SignInWithFirebase;

internal sealed class SignInWithFirebaseValidator : AbstractValidator<SignInWithFirebase>
{
    public SignInWithFirebaseValidator()
    {
        RuleFor(command => command.Details.IdToken).IdToken();
        RuleFor(command => command.Details.Device).Line(200);
        RuleFor(command => command.Details.DisplayName).Line(IdentityRules.LongestName);
        RuleFor(command => command.Details.Locale).Language();
        RuleFor(command => command.Details.TimeZone).IanaTimeZone();
        RuleFor(command => command.Installation).InstallationSecret();
    }
}
