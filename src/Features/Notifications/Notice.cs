namespace MyBudget.Features.Notifications;

/// <summary>
/// What one user is told, once. An <see cref="InboxEntry"/> is its stored form, a push its copy to a device.
/// </summary>
/// <param name="Key">Names what is told: a user is given one notice with the same key, however often it is asked for.</param>
/// <param name="Data">What it tells of; its type goes with the kind.</param>
internal sealed record Notice(string Key, NotificationKind Kind, Guid UserId, Guid? LedgerId, NoticeData Data, DateTimeOffset At);
