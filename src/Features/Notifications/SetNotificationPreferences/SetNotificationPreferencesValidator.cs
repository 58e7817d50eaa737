namespace MyBudget.Features.Notifications.SetNotificationPreferences;

internal sealed class SetNotificationPreferencesValidator : AbstractValidator<SetNotificationPreferences>
{
    public SetNotificationPreferencesValidator()
    {
        RuleFor(command => command.Details.QuietHours)
            .Must(quiet => quiet is null || quiet.From != quiet.To)
            .WithErrorCode("quiet-hours").WithMessage("Quiet hours begin and end at different times.");
        RuleForEach(command => command.Details.Kinds)
            .Must(kind => kind.Value is not null).WithErrorCode("required").WithMessage("This value is required.")
            .Must(kind => kind.Value is null || kind.Value.Inbox || !kind.Key.IsSecurity())
            .WithErrorCode("security-inbox").WithMessage("What concerns the account's safety always reaches the inbox.");
    }
}
