using System.Runtime.CompilerServices;
using Marten;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Queues messages in a session: they are there once the session is saved, and not if it is not.</summary>
public static class OutboxSession
{
    private const string Insert =
        $"""
         insert into {OutboxTable.Name} (id, channel, user_id, payload, created_at, due_at, expires_at, attempts, ticket)
         values (?, ?, ?, ?::jsonb, now(), ?, ?, 0, 0)
         """;

    // The new ticket makes a sender of the old content come back in vain.
    private const string Replace =
        """
         on conflict (id) do update set payload = excluded.payload, due_at = excluded.due_at, expires_at = excluded.expires_at,
             attempts = 0, ticket = outbox.ticket + 1, parked_at = null, last_failure = null
         """;

    private static readonly ConditionalWeakTable<IDocumentOperations, HashSet<string>> Queued = [];

    /// <summary>Queues the message. One with the same id that still waits is left as it is.</summary>
    public static void Enqueue(this IDocumentOperations session, OutboxMessage message) =>
        Queue(session, $"{Insert} on conflict (id) do nothing", message);

    /// <summary>Queues the message in place of one with the same id, also of one that is being sent.</summary>
    public static void EnqueueLatest(this IDocumentOperations session, OutboxMessage message) =>
        Queue(session, $"{Insert} {Replace}", message);

    internal static IReadOnlyCollection<string> ChannelsQueued(IDocumentOperations session) =>
        Queued.TryGetValue(session, out var channels) ? channels : [];

    private static void Queue(IDocumentOperations session, string sql, OutboxMessage message)
    {
        session.QueueSqlCommand(
            sql, message.Id, message.Channel, message.UserId ?? (object)DBNull.Value, message.Payload,
            message.DueAt.ToUniversalTime(), message.ExpiresAt.ToUniversalTime());
        Queued.GetOrCreateValue(session).Add(message.Channel);
    }
}
