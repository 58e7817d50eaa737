using Marten;

namespace MyBudget.Infrastructure.Outbox;

/// <summary>Something to be sent, kept in the transaction that decided on it until it has been handed over.</summary>
/// <param name="Id">Stable over all tries, so that a receiver can tell a repeat.</param>
/// <param name="Channel">The name of the <see cref="IOutboxChannel"/> that sends it.</param>
/// <param name="UserId">Whose it is; what waits for a user is deleted with the user. Null where it is nobody's.</param>
/// <param name="Payload">JSON that the channel understands. It goes away with the message.</param>
/// <param name="DueAt">Not sent before.</param>
/// <param name="ExpiresAt">Not sent after: a code that is no longer good helps nobody.</param>
/// <param name="Attempts">Tries so far, the one under way included; 0 when it is made.</param>
public sealed record OutboxMessage(
    Guid Id, string Channel, Guid? UserId, string Payload, DateTimeOffset DueAt, DateTimeOffset ExpiresAt, int Attempts = 0);

public static class OutboxSession
{
    /// <summary>Queues the message in the session: it is there once the session is saved. One with the same id is kept as it is.</summary>
    public static void Enqueue(this IDocumentOperations session, OutboxMessage message) => session.QueueSqlCommand(
        $"""
         insert into {OutboxTable.Name} (id, channel, user_id, payload, created_at, due_at, expires_at, attempts)
         values (?, ?, ?, ?::jsonb, now(), ?, ?, 0) on conflict (id) do nothing
         """,
        message.Id, message.Channel, message.UserId ?? (object)DBNull.Value, message.Payload, message.DueAt, message.ExpiresAt);
}
