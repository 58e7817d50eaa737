using System.Threading.RateLimiting;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Lets the writers of one ledger in this process wait for each other before they take a connection: waiting for the ledger's row in
/// PostgreSQL would wake all of them at each commit, and many writers of one ledger could hold every connection that others need. Writers
/// in other processes still wait at the row.
/// </summary>
internal sealed class LedgerQueue : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _ledgers = PartitionedRateLimiter.Create<Guid, Guid>(ledger =>
        RateLimitPartition.GetConcurrencyLimiter(
            ledger,
            _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    /// <summary>Waits until it is the caller's turn, which ends when the lease is disposed.</summary>
    public ValueTask<RateLimitLease> TakeTurnAsync(Guid ledgerId, CancellationToken cancellationToken) =>
        _ledgers.AcquireAsync(ledgerId, permitCount: 1, cancellationToken);

    public void Dispose() => _ledgers.Dispose();
}
