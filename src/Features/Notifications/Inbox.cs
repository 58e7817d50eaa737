namespace MyBudget.Features.Notifications;

/// <summary>What a user sees of the inbox: nothing of ledgers they are no longer a member of, and nothing that is settled.</summary>
internal static class Inbox
{
    /// <summary>A condition on the inbox's table.</summary>
    public static Sql VisibleTo(Guid userId, DateTimeOffset now) =>
        $"""
         user_id = {userId} and (ledger_id is null or ledger_id in ({SecurityTables.LedgersOf(userId)})) and {NotificationsTables.EndsAt:raw} > {now}
         """;

    /// <summary>One of them, until the session is saved; null when the user sees no such notification.</summary>
    public static async Task<InboxEntry?> LockAsync(
        this IDocumentSession session, Guid userId, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        var found = await session.DocumentsAsync<InboxEntry>($"where {VisibleTo(userId, now)} and id = {id} for update", cancellationToken);
        return found.SingleOrDefault();
    }
}
