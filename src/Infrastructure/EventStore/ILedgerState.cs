namespace MyBudget.Infrastructure.EventStore;

/// <summary>The state of an entity of a ledger: what its events, one after the other, make of it. Its stored JSON is what clients see.</summary>
public interface ILedgerState<TSelf> where TSelf : class, ILedgerState<TSelf>
{
    Guid Id { get; }

    /// <summary>How many events made it.</summary>
    int Version { get; }

    /// <param name="state">Before the event; null before the first.</param>
    /// <param name="id">The entity's.</param>
    /// <param name="e">An event of this entity.</param>
    /// <returns>After the event; null once the entity is gone.</returns>
    static abstract TSelf? Fold(TSelf? state, Guid id, object e);
}
