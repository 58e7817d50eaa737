namespace MyBudget.Features.Notifications;

/// <summary>What a user wants to be told, and how.</summary>
/// <param name="Enabled">The global switch of pushes; the inbox goes on.</param>
/// <param name="HideAmounts">Pushes name no amounts and payees.</param>
/// <param name="QuietHours">When pushes wait, by the clock of the user's time zone; null for never. What concerns the account's safety does not wait.</param>
/// <param name="SyncMessages">Whether devices are told silently that a ledger has changed.</param>
/// <param name="Kinds">Every kind, and where it is told.</param>
internal sealed record PreferencesView(
    bool Enabled, bool HideAmounts, QuietHours? QuietHours, bool SyncMessages, IReadOnlyDictionary<NotificationKind, KindPreference> Kinds)
{
    public static PreferencesView Of(NotificationPreferences preferences) => new(
        preferences.Enabled, preferences.HideAmounts, preferences.QuietHours, preferences.SyncMessages,
        Enum.GetValues<NotificationKind>().ToDictionary(kind => kind, kind => new KindPreference(
            preferences.WantsInbox(kind), preferences.ChoiceOf(kind).Push)));
}
