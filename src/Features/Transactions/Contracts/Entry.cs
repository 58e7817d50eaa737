namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What a transaction says. Amounts are signed, in the minor unit of their account's currency: money out is negative.</summary>
public record Entry
{
    /// <summary>The account it belongs to.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The posting date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Money out is negative.</summary>
    public required long Amount { get; init; }

    /// <summary>Who was paid or paid.</summary>
    public string? Payee { get; init; }

    /// <summary>Null when uncategorised, split or a transfer.</summary>
    public Guid? CategoryId { get; init; }

    /// <summary>Parts with a category of their own.</summary>
    public required IReadOnlyList<EntrySplit> Splits { get; init; }

    /// <summary>The other side, when money moves between two accounts.</summary>
    public EntryTransfer? Transfer { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }

    /// <summary>In the order they were given.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>How far the bank has confirmed it.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>These members alone, of a transaction that has more.</summary>
    public Entry ToEntry() => new(this);

    // A record compares its lists by reference; a repeated request has to be recognised by what it says.
    public virtual bool Equals(Entry? other) =>
        other is not null && EqualityContract == other.EqualityContract && AccountId == other.AccountId && Date == other.Date && Amount == other.Amount && Payee == other.Payee
        && CategoryId == other.CategoryId && Transfer == other.Transfer && Note == other.Note && Status == other.Status
        && Splits.SequenceEqual(other.Splits) && Tags.SequenceEqual(other.Tags);

    public override int GetHashCode() => HashCode.Combine(AccountId, Date, Amount, Payee, CategoryId, Splits.Count, Note, Status);
}
