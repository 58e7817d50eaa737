using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.Contracts;

/// <param name="Amount">Signed minor units.</param>
/// <param name="CategoryId">Null when uncategorised.</param>
/// <param name="Note">Free text.</param>
/// <param name="Transfer">The other side, where this part moves money to another account; absent otherwise.</param>
public sealed record EntrySplit(
    long Amount, Guid? CategoryId, string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EntryTransfer? Transfer = null);

/// <param name="AccountId">The other account.</param>
/// <param name="Amount">Signed minor units of the other account's currency; of the opposite sign.</param>
/// <param name="Date">The day that the other account's bank has it on; absent where that is the entry's.</param>
/// <param name="Status">How far the other account's bank has confirmed it; absent where that is as the entry's.</param>
public sealed record EntryTransfer(
    Guid AccountId, long Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EntryStatus? Status = null);

/// <param name="AccountId">The other account.</param>
/// <param name="On">The day of its statement.</param>
public sealed record ReconciledSide(Guid AccountId, DateOnly On);

public enum EntryStatus
{
    /// <summary>The bank has not confirmed it.</summary>
    Pending,

    /// <summary>The bank has booked it.</summary>
    Cleared,

    /// <summary>Agreed with a statement; protected until it is unlocked.</summary>
    Reconciled,
}
