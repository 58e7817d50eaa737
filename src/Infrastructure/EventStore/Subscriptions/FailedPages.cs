using Npgsql;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>What subscribers failed on for good, kept for an operator until its ledger is erased. Nothing acts on it by itself.</summary>
internal sealed class FailedPages(NpgsqlDataSource database, DaemonMetrics metrics, TimeProvider time)
{
    public const string Table = "subscription_failures";

    private const string Insert =
        $"""
         insert into {Table} (ledger_id, subscriber, from_revision, to_revision, failed_at, reason)
         select ledger_id, $2, $3, $4, $5, $6 from ledger_heads where ledger_id = $1 for key share
         on conflict (ledger_id, subscriber, from_revision) do update
         set to_revision = excluded.to_revision, failed_at = excluded.failed_at, reason = excluded.reason
         """;

    public async Task KeepAsync(
        string subscriber, Guid ledgerId, IReadOnlyList<CommittedEvent> events, Exception failure, CancellationToken cancellationToken)
    {
        metrics.CountFailed(subscriber);
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ledgerId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = subscriber });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = events[0].Revision });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = events[^1].Revision });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        // Its message could tell what is in the ledger.
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = failure.GetType().Name });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
