namespace MyBudget.Infrastructure.Outbox;

/// <summary>Queues messages in a session: they are there once the session is saved, and not if it is not.</summary>
public static class OutboxSession
{
    /// <summary>Queues the message. One with the same id that still waits is left as it is.</summary>
    public static void Enqueue(this IDocumentSession session, OutboxMessage message) =>
        Queue(session, message, $"on conflict (id) do nothing");

    /// <summary>Queues the message in place of one with the same id, also of one that is being sent.</summary>
    public static void EnqueueLatest(this IDocumentSession session, OutboxMessage message) =>
        // What a sender of the old content reports afterwards has an old ticket, and is passed over.
        Queue(
            session, message,
            $"""
             on conflict (id) do update set payload = excluded.payload, due_at = excluded.due_at, expires_at = excluded.expires_at,
                 attempts = 0, ticket = {OutboxTable.Name:raw}.ticket + 1, parked_at = null, last_failure = null
             """);

    /// <summary>Queues the deletion of whatever waits for a user.</summary>
    public static void DiscardFor(this IDocumentSession session, Guid userId) =>
        session.Queue($"delete from {OutboxTable.Name:raw} where user_id = {userId}");

    internal static IEnumerable<string> ChannelsQueued(IDocumentSession session) =>
        session.Listeners.OfType<Queued>().SelectMany(queued => queued.Channels);

    private static void Queue(IDocumentSession session, OutboxMessage message, Sql otherwise)
    {
        session.Queue(
            $"""
             insert into {OutboxTable.Name:raw} (id, channel, user_id, payload, created_at, due_at, expires_at, attempts, ticket)
             values (
                 {message.Id}, {message.Channel}, {message.UserId}, {message.Payload}::jsonb, now(),
                 {message.DueAt}, {message.ExpiresAt}, 0, 0)
             {otherwise}
             """);
        if (session.Listeners.OfType<Queued>().FirstOrDefault() is not { } queued) session.Listeners.Add(queued = new Queued());
        queued.Channels.Add(message.Channel);
    }

    /// <summary>The session itself remembers what it is to wake once it is saved.</summary>
    private sealed class Queued : DocumentSessionListenerBase
    {
        public HashSet<string> Channels { get; } = new(StringComparer.Ordinal);
    }
}
