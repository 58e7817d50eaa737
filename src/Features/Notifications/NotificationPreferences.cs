namespace MyBudget.Features.Notifications;

/// <summary>What a user wants to be told, and how. Without any, everything but what has to be wished for.</summary>
/// <param name="HideAmounts">Pushes name no amounts and payees, since a locked screen shows them to everybody.</param>
/// <param name="QuietHours">When pushes wait, by the clock of the user's time zone.</param>
/// <param name="Kinds">By kind; a kind that is missing is as by default.</param>
internal sealed record NotificationPreferences(
    Guid Id, bool Enabled, bool HideAmounts, QuietHours? QuietHours, bool SyncMessages,
    IReadOnlyDictionary<NotificationKind, KindPreference> Kinds, long Version)
{
    public static NotificationPreferences DefaultOf(Guid userId) => new(
        userId, Enabled: true, HideAmounts: false, QuietHours: null, SyncMessages: true, new Dictionary<NotificationKind, KindPreference>(), Version: 0);

    public bool WantsInbox(NotificationKind kind) => kind.IsSecurity() || ChoiceOf(kind).Inbox;

    public bool WantsPush(NotificationKind kind) => Enabled && ChoiceOf(kind).Push;

    public KindPreference ChoiceOf(NotificationKind kind) => Kinds.GetValueOrDefault(kind) ?? kind.Default();
}

/// <param name="Inbox">Whether it is kept to be read.</param>
/// <param name="Push">Whether devices are told.</param>
public sealed record KindPreference(bool Inbox, bool Push);
