namespace MyBudget.Features.Notifications;

/// <summary>
/// What one user is told, once. An <see cref="InboxEntry"/> is its stored form, a push its copy to a device.
/// </summary>
/// <param name="Key">Names what is told: a user is given one notice with the same key, however often it is asked for.</param>
/// <param name="Kind">The kind, which the user's preferences go by.</param>
/// <param name="UserId">To whom.</param>
/// <param name="LedgerId">The ledger it happened in.</param>
/// <param name="Data">What it tells of; its type goes with the kind.</param>
/// <param name="At">When it happened.</param>
internal sealed record Notice(string Key, NotificationKind Kind, Guid UserId, Guid? LedgerId, NoticeData Data, DateTimeOffset At);
