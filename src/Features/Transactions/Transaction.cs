using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions;

/// <summary>A transaction as it stands; its stored JSON is what clients see. Amounts are signed minor units.</summary>
public sealed partial record Transaction : Entry, ILedgerState<Transaction>
{
    public Transaction() { }

    /// <summary>UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The import that brought it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The bank's own id of it.</summary>
    public string? BankId { get; init; }

    /// <summary>What the bank's file said, whatever became of the entry since.</summary>
    public BankRecord? BankRecord { get; init; }

    /// <summary>Rows of banks' files that met the entry after it was recorded, at most one of a kind for each side; absent without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BankRow>? BankRows { get; init; }

    /// <summary>The day of the statement that it was reconciled with; absent while it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReconciledOn { get; init; }

    /// <summary>The same of its sides in other accounts; absent without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReconciledSide>? ReconciledSides { get; init; }

    /// <summary>The import by which the bank took it back, so that it is deleted; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? TakenBackBy { get; init; }

    /// <summary>The transactions that became part of this one, the last one last; absent without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Guid>? Joined { get; init; }

    /// <summary>The transaction that this one became part of; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? JoinedInto { get; init; }

    /// <summary>In the order in which they were added; absent without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Receipt>? Receipts { get; init; }

    /// <summary>The user who recorded it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>UTC. Entries of a day are listed by it; of a batch or a file each has its own.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>UTC; only of those that were deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Grows by one with every change; see <c>ETag</c>.</summary>
    public required int Version { get; init; }
}
