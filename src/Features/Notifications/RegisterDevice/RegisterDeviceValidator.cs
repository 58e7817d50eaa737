using MyBudget.Infrastructure.WebPush;

namespace MyBudget.Features.Notifications.RegisterDevice;

internal sealed class RegisterDeviceValidator : AbstractValidator<RegisterDevice>
{
    private const int LongestToken = 4096;

    public RegisterDeviceValidator(IOptions<WebPushSettings> settings)
    {
        RuleFor(command => command.InstallationId).InstallationId();
        RuleFor(command => command.Details.Token)
            .Must(token => token is { Length: > 0 and <= LongestToken } && token.All(character => character is > ' ' and <= '~'))
            .WithErrorCode("push-token").WithMessage("This is not an FCM token: 1 to 4096 visible ASCII characters.")
            .When(command => command.Details.WebPush is null);
        When(command => command.Details.WebPush is not null, () =>
        {
            RuleFor(command => command.Details.Token)
                .Null().WithErrorCode("one-address").WithMessage("A device has an FCM token or a Web Push subscription, not both.");
            RuleFor(command => command.Details.WebPush!.Endpoint).PushEndpoint(settings.Value);
            RuleFor(command => command.Details.WebPush!.Keys).NotNull().WithErrorCode("required").WithMessage("This value is required.");
            RuleFor(command => command.Details.WebPush!.VapidKey).PushKey();
        });
        When(command => command.Details.WebPush?.Keys is not null, () =>
        {
            RuleFor(command => command.Details.WebPush!.Keys!.P256dh).PushKey();
            RuleFor(command => command.Details.WebPush!.Keys!.Auth).PushSecret();
        });
        RuleFor(command => command.Details.Platform).Required();
        RuleFor(command => command.Details.Platform).IsInEnum();
        RuleFor(command => command.Details.Locale).Language();
        RuleFor(command => command.Details.AppVersion).Line(40);
        RuleFor(command => command.Details.Name).Line(100);
    }
}
