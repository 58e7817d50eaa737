namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Acts on what was committed in ledgers, within a second or two and outside the request. It is made for a page of one ledger's
/// events, in a scope that has entered the ledger, and saves its own session.
/// </summary>
/// <remarks>
/// It is called at least once for every event: again after a crash, and by another replica when the first takes too long. So
/// what it does has to be keyed in the database, by what it is about. A failure is tried again; one that lasts is noted and passed over.
/// </remarks>
public abstract class LedgerSubscriber
{
    /// <param name="events">In the order of their commits; never empty. Later ones may have been committed since.</param>
    public abstract Task HandleAsync(IReadOnlyList<CommittedEvent> events, CancellationToken cancellationToken);
}

/// <param name="Revision">The ledger's revision that it was committed at.</param>
public readonly record struct CommittedEvent(Guid StreamId, long Revision, object Data);

internal sealed record SubscriberType(Type Type)
{
    public string Name => Type.Name;
}
