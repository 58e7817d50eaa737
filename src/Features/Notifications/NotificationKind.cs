namespace MyBudget.Features.Notifications;

public enum NotificationKind
{
    /// <summary>A budget's threshold was reached.</summary>
    BudgetThreshold,

    /// <summary>More was spent than a budget allows.</summary>
    BudgetExceeded,

    /// <summary>An entry reached the ledger's limit for large ones, when it was recorded or by a change.</summary>
    LargeTransaction,

    /// <summary>Somebody else recorded or imported entries in a shared ledger.</summary>
    MemberEntry,

    /// <summary>Somebody else changed or restored entries in a shared ledger. Not told unless it is wished.</summary>
    MemberChange,

    /// <summary>Somebody else deleted entries in a shared ledger. Not told unless it is wished.</summary>
    MemberDeletion,

    /// <summary>Somebody invites the user into a ledger.</summary>
    Invitation,

    /// <summary>Somebody asks to join a ledger that the user owns.</summary>
    JoinRequested,

    /// <summary>An owner has answered what the user had asked to join.</summary>
    JoinAnswered,

    /// <summary>The user's role in a ledger is another, or they are no longer a member.</summary>
    RoleChanged,

    /// <summary>The account was signed in to from a device not known before.</summary>
    NewSignIn,

    /// <summary>The password was changed or reset.</summary>
    PasswordChanged,
}

internal static class NotificationKinds
{
    /// <summary>What concerns the account's safety always reaches the inbox, and quiet hours do not hold it back.</summary>
    public static bool IsSecurity(this NotificationKind kind) => kind is NotificationKind.NewSignIn or NotificationKind.PasswordChanged;

    /// <summary>How a kind is told to who said nothing of it.</summary>
    public static KindPreference Default(this NotificationKind kind) =>
        kind is NotificationKind.MemberChange or NotificationKind.MemberDeletion ? new KindPreference(Inbox: false, Push: false) : new KindPreference(Inbox: true, Push: true);
}
