using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions;

/// <summary>A transaction as it stands; its stored JSON is what clients see. Amounts are signed minor units.</summary>
public sealed record Transaction : Entry, ILedgerState<Transaction>
{
    public Transaction() { }

    [SetsRequiredMembers]
    private Transaction(Entry entry) : base(entry) { }

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

    public static Transaction? Fold(Transaction? state, Guid id, object e) => e switch
    {
        TransactionRecorded recorded => Of(id, recorded),
        TransactionRevised revised => state!.With(revised.Now, revised.At, revised.StatementOn),
        BankRowMatched matched => state!.With(matched.Now, matched.At) with { BankRows = [.. state!.BankRows ?? [], matched.Row] },
        BankRowUnmatched unmatched => state!.With(unmatched.Now, unmatched.At) with { BankRows = Without(state!.BankRows, unmatched.Row) },
        TransactionDeleted deleted => state! with { UpdatedAt = deleted.At, DeletedAt = deleted.At, Version = state.Version + 1 },
        TransactionRestored restored => state!.With(restored.Now, restored.At) with { DeletedAt = null },
        _ => state,
    };

    private static Transaction Of(Guid id, TransactionRecorded e) => new(e.Entry)
    {
        Id = id,
        ImportId = e.Source?.ImportId,
        BankId = e.Source?.BankId,
        BankRecord = e.Source is null ? null : new BankRecord(e.Entry.AccountId, e.Entry.Date, e.Entry.Amount, e.Entry.Payee),
        CreatedBy = e.By,
        CreatedAt = e.At,
        UpdatedAt = e.At,
        Version = 1,
    };

    private static List<BankRow>? Without(IReadOnlyList<BankRow>? rows, BankRow row) =>
        rows?.Where(known => known != row).ToList() is { Count: > 0 } left ? left : null;

    private Transaction With(Entry entry, DateTimeOffset at, DateOnly? statementOn = null) => new(entry)
    {
        Id = Id,
        ImportId = ImportId,
        BankId = BankId,
        BankRecord = BankRecord,
        BankRows = BankRows,
        ReconciledOn = entry.Status is EntryStatus.Reconciled ? statementOn ?? ReconciledOn : null,
        CreatedBy = CreatedBy,
        CreatedAt = CreatedAt,
        UpdatedAt = at,
        DeletedAt = DeletedAt,
        Version = Version + 1,
    };
}

/// <summary>An imported entry as the bank's file had it: by this it is known again in the next file, however it was edited.</summary>
/// <param name="AccountId">The account it was imported into.</param>
/// <param name="Date">The posting date.</param>
/// <param name="Amount">Signed minor units.</param>
/// <param name="Payee">As the bank writes it.</param>
public sealed record BankRecord(Guid AccountId, DateOnly Date, long Amount, string? Payee);
