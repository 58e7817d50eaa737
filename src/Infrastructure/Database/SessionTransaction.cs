using System.Runtime.CompilerServices;

namespace MyBudget.Infrastructure.Database;

/// <summary>
/// The transaction of a session, which may be ended by a statement that is sent along with others. Marten takes it for open all the same, and
/// would begin no other: locks of what the session does next would be let go at once.
/// </summary>
public static class SessionTransaction
{
    private static readonly ConditionalWeakTable<IDocumentSession, object> Ended = [];

    /// <summary>Begins the transaction, unless it is under way.</summary>
    public static async Task BeginAsync(this IDocumentSession session, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        if (!Ended.TryGetValue(session, out _)) return;
        await using var begin = new NpgsqlCommand("begin", session.Connection);
        await begin.ExecuteNonQueryAsync(cancellationToken);
        Ended.Remove(session);
    }

    /// <summary>To be said where a statement has ended it.</summary>
    internal static void MarkEnded(this IDocumentSession session) => Ended.AddOrUpdate(session, Ended);
}
