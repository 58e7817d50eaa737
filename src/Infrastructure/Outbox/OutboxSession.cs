using System.Runtime.CompilerServices;
using Marten;
using MyBudget.Infrastructure.Database;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Queues messages in a session: they are there once the session is saved, and not if it is not.</summary>
public static class OutboxSession
{
    private static readonly ConditionalWeakTable<IDocumentOperations, HashSet<string>> Queued = [];

    /// <summary>Queues the message. One with the same id that still waits is left as it is.</summary>
    public static void Enqueue(this IDocumentOperations session, OutboxMessage message) =>
        Queue(session, message, $"on conflict (id) do nothing");

    /// <summary>Queues the message in place of one with the same id, also of one that is being sent.</summary>
    public static void EnqueueLatest(this IDocumentOperations session, OutboxMessage message) =>
        // What a sender of the old content reports afterwards has an old ticket, and is passed over.
        Queue(
            session, message,
            $"""
             on conflict (id) do update set payload = excluded.payload, due_at = excluded.due_at, expires_at = excluded.expires_at,
                 attempts = 0, ticket = {OutboxTable.Name:raw}.ticket + 1, parked_at = null, last_failure = null
             """);

    /// <summary>Queues the deletion of whatever waits for a user.</summary>
    public static void DiscardFor(this IDocumentOperations session, Guid userId) =>
        session.Queue($"delete from {OutboxTable.Name:raw} where user_id = {userId}");

    internal static IReadOnlyCollection<string> ChannelsQueued(IDocumentOperations session) =>
        Queued.TryGetValue(session, out var channels) ? channels : [];

    private static void Queue(IDocumentOperations session, OutboxMessage message, Sql otherwise)
    {
        session.Queue(
            $"""
             insert into {OutboxTable.Name:raw} (id, channel, user_id, payload, created_at, due_at, expires_at, attempts, ticket)
             values (
                 {message.Id}, {message.Channel}, {message.UserId}, {message.Payload}::jsonb, now(),
                 {message.DueAt}, {message.ExpiresAt}, 0, 0)
             {otherwise}
             """);
        Queued.GetOrCreateValue(session).Add(message.Channel);
    }
}
