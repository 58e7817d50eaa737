namespace MyBudget.Features.Notifications;

/// <summary>One thing to be told to one user, once.</summary>
/// <param name="Key">Names what is told: the same key is never announced again to the same user, whoever asks and however often.</param>
/// <param name="Kind">The kind, which the user's preferences go by.</param>
/// <param name="UserId">To whom.</param>
/// <param name="LedgerId">The ledger it happened in.</param>
/// <param name="Data">What it tells of; its type goes with the kind.</param>
/// <param name="At">When it happened.</param>
internal sealed record Notice(string Key, NotificationKind Kind, Guid UserId, Guid? LedgerId, NoticeData Data, DateTimeOffset At);
