namespace MyBudget.Features.Notifications.UnregisterDevice;

internal sealed class UnregisterDeviceValidator : AbstractValidator<UnregisterDevice>
{
    public UnregisterDeviceValidator() => RuleFor(command => command.InstallationId).InstallationId();
}
