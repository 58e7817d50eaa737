namespace MyBudget.Infrastructure.EventStore;

/// <summary>What the change index calls the streams of some events: their kind, and which events make a tombstone.</summary>
/// <param name="Kind">The name that clients see, for example <c>transaction</c>.</param>
/// <param name="Table">Where the documents are that these events make.</param>
/// <param name="IsStructure">Accounts, categories and budgets: what cached reference data is made of.</param>
/// <param name="Events">The events of such a stream.</param>
/// <param name="RemovedBy">Those after which the entity is a tombstone, until another follows.</param>
public sealed record LedgerEntity(string Kind, string Table, bool IsStructure, IReadOnlyList<Type> Events, IReadOnlyList<Type> RemovedBy);

internal static class LedgerEntitySetup
{
    /// <summary>Puts the streams of these events into the ledger's change index.</summary>
    public static IServiceCollection AddLedgerEntity(
        this IServiceCollection services, string kind, string table, bool isStructure, Type[] events, params Type[] removedBy) =>
        services.AddSingleton(new LedgerEntity(kind, table, isStructure, events, removedBy));
}
