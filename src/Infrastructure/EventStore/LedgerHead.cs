namespace MyBudget.Infrastructure.EventStore;

/// <param name="Revision">The revision of the write under way.</param>
/// <param name="Structure">The revision at which an account, a category or a budget last changed.</param>
/// <param name="Incarnation">Differs when an id is used again after its ledger was erased.</param>
/// <param name="IsCounted">
/// Whether every write before this one kept the totals that a release before docs/adr/0038 does not know. Where one did not, they are
/// reckoned anew by the next write.
/// </param>
public sealed record LedgerHead(long Revision, long Structure, Guid Incarnation, bool IsCounted)
{
    /// <summary>The same ledger with the same accounts, categories and budgets, whatever else was written.</summary>
    public bool IsSameStructure(LedgerHead other) => Structure == other.Structure && Incarnation == other.Incarnation;
}

/// <summary>An entity that was changed, as the change index has it.</summary>
public readonly record struct LedgerChanged(string Kind, Guid Id);

/// <summary>The ledger is not there (any more): answered as 404, like a ledger that belongs to somebody else.</summary>
public sealed class LedgerGoneException() : Exception("The ledger does not exist.");
