namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>What subscribers failed on for good, kept for an operator until its ledger is erased. Nothing acts on it by itself.</summary>
internal sealed class FailedPages(NpgsqlDataSource database, DaemonMetrics metrics, TimeProvider time)
{
    public const string Table = "subscription_failures";

    public async Task KeepAsync(
        string subscriber, Guid ledgerId, long from, long to, Exception failure, CancellationToken cancellationToken)
    {
        metrics.CountFailed(subscriber);
        // The failure's message could tell what is in the ledger.
        var reason = failure.GetType().Name;
        await database.Sql(
            $"""
             insert into {Table:raw} (ledger_id, subscriber, from_revision, to_revision, failed_at, reason)
             select ledger_id, {subscriber}, {from}, {to}, {time.GetUtcNow()}, {reason}
             from {EventTables.Heads:raw} where ledger_id = {ledgerId} for key share
             on conflict (ledger_id, subscriber, from_revision) do update
             set to_revision = excluded.to_revision, failed_at = excluded.failed_at, reason = excluded.reason
             """).ExecuteAsync(cancellationToken);
    }
}
