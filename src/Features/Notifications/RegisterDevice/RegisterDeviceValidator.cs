namespace MyBudget.Features.Notifications.RegisterDevice;

internal sealed class RegisterDeviceValidator : AbstractValidator<RegisterDevice>
{
    private const int LongestToken = 4096;

    public RegisterDeviceValidator()
    {
        RuleFor(command => command.InstallationId).InstallationId();
        RuleFor(command => command.Details.Token)
            .Must(token => token is { Length: > 0 and <= LongestToken } && token.All(character => character is > ' ' and <= '~'))
            .WithErrorCode("push-token").WithMessage("This is not an FCM token: 1 to 4096 visible ASCII characters.");
        RuleFor(command => command.Details.Platform).Required();
        RuleFor(command => command.Details.Platform).IsInEnum();
        RuleFor(command => command.Details.Locale).Language();
        RuleFor(command => command.Details.AppVersion).Line(40);
        RuleFor(command => command.Details.Name).Line(100);
    }
}
