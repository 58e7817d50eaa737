namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What a transaction says. Amounts are signed, in the minor unit of their account's currency: money out is negative.</summary>
/// <param name="AccountId">The account it belongs to.</param>
/// <param name="Date">The posting date, a calendar date.</param>
/// <param name="Amount">Not zero for a transfer; the sum of the splits where there are any.</param>
/// <param name="Payee">Who was paid or paid.</param>
/// <param name="CategoryId">Null when uncategorised, split or a transfer.</param>
/// <param name="Splits">Parts with a category of their own, which add up to the amount; empty where it is not split.</param>
/// <param name="Transfer">The other side, when money moves between two accounts of the ledger.</param>
/// <param name="Note">Free text.</param>
/// <param name="Tags">Trimmed; each once, whatever the case.</param>
/// <param name="Status">How far the bank has confirmed it.</param>
public sealed record Entry(
    Guid AccountId, DateOnly Date, long Amount, string? Payee, Guid? CategoryId, IReadOnlyList<EntrySplit> Splits,
    EntryTransfer? Transfer, string? Note, IReadOnlyList<string> Tags, EntryStatus Status)
{
    // A record compares its lists by reference; a repeated request has to be recognised by what it says.
    public bool Equals(Entry? other) =>
        other is not null && AccountId == other.AccountId && Date == other.Date && Amount == other.Amount && Payee == other.Payee
        && CategoryId == other.CategoryId && Transfer == other.Transfer && Note == other.Note && Status == other.Status
        && Splits.SequenceEqual(other.Splits) && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => HashCode.Combine(AccountId, Date, Amount, Payee, CategoryId, Splits.Count, Note, Status);
}

/// <param name="Amount">Signed minor units.</param>
/// <param name="CategoryId">Null when uncategorised.</param>
/// <param name="Note">Free text.</param>
public sealed record EntrySplit(long Amount, Guid? CategoryId, string? Note);

/// <param name="AccountId">The other account.</param>
/// <param name="Amount">Signed minor units of the other account's currency; of the opposite sign.</param>
public sealed record EntryTransfer(Guid AccountId, long Amount);

public enum EntryStatus
{
    /// <summary>The bank has not confirmed it.</summary>
    Pending,

    /// <summary>The bank has booked it.</summary>
    Cleared,

    /// <summary>Agreed with a statement; protected until it is unlocked.</summary>
    Reconciled,
}
