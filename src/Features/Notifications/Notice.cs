namespace MyBudget.Features.Notifications;

/// <summary>
/// What one user is told, once. An <see cref="InboxEntry"/> is its stored form, a push its copy to a device.
/// </summary>
/// <param name="Key">
/// Names what is told: a user is given one notice with the same key, however often it is asked for. Clients choose ids, so where it names
/// something in a ledger it names the ledger too.
/// </param>
/// <param name="Data">What it tells of; its type goes with the kind.</param>
internal sealed record Notice(string Key, NotificationKind Kind, Guid UserId, Guid? LedgerId, NoticeData Data, DateTimeOffset At)
{
    /// <summary>What the same is also news as; told where the user does not want to be told of this kind.</summary>
    public Notice? Otherwise { get; init; }

    /// <summary>What is told where these kinds are wanted; null if nothing is.</summary>
    public Notice? Among(Func<NotificationKind, bool> isWanted) => isWanted(Kind) ? this : Otherwise?.Among(isWanted);
}
