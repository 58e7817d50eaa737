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
        TransactionRevised revised => state!.With(revised.Now, revised.At, Statements.ToldBy(revised)),
        BankRowMatched matched => state!.With(matched.Now, matched.At) with { BankRows = [.. state!.BankRows ?? [], matched.Row] },
        BankRowUnmatched unmatched => state!.With(unmatched.Now, unmatched.At) with { BankRows = Without(state!.BankRows, [unmatched.Row]) },
        TransactionJoined joined => state!.With(joined.Now, joined.At, joined.Statements).Join(joined),
        TransactionParted parted => state!.With(parted.Now, parted.At) with
        {
            BankRows = Without(state!.BankRows, parted.Rows),
            Joined = state.Joined?.Where(id => id != parted.From).ToList() is { Count: > 0 } left ? left : null,
        },
        OtherSideKept kept => state!.With(kept.Now, kept.At).Keep(kept.Row),
        TransactionDeleted deleted => state!.Delete(deleted),
        TransactionRestored restored => state!.With(restored.Now, restored.At, restored.Statements) with { DeletedAt = null, TakenBackBy = null, JoinedInto = null },
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

    private Transaction Delete(TransactionDeleted e) => this with
    {
        UpdatedAt = e.At,
        DeletedAt = e.At,
        TakenBackBy = e.ImportId,
        JoinedInto = e.JoinedInto,
        Version = Version + 1,
    };

    private static List<BankRow>? Without(IReadOnlyList<BankRow>? rows, IReadOnlyList<BankRow> gone) =>
        rows?.Where(known => !gone.Contains(known)).ToList() is { Count: > 0 } left ? left : null;

    private Transaction Join(TransactionJoined joined)
    {
        IReadOnlyList<BankRow> rows = [.. BankRows ?? [], .. joined.Rows];
        return this with { BankRows = rows.Count == 0 ? null : rows, Joined = [.. Joined ?? [], joined.With] };
    }

    /// <summary>From then on it is what the other bank told.</summary>
    private Transaction Keep(BankRow row) => this with
    {
        ImportId = row.ImportId,
        BankId = row.BankId,
        BankRecord = new BankRecord(row.AccountId, row.Date, row.Amount, row.Payee),
        BankRows = Without(BankRows, [row]),
    };

    private Transaction With(Entry entry, DateTimeOffset at, IEnumerable<ReconciledSide>? statements = null)
    {
        var reconciled = this.After(entry, statements ?? []);
        return new Transaction(entry)
        {
            Id = Id,
            ImportId = ImportId,
            BankId = BankId,
            BankRecord = BankRecord,
            BankRows = BankRows,
            Joined = Joined,
            JoinedInto = JoinedInto,
            ReconciledOn = reconciled.FirstOrDefault(side => side.AccountId == entry.AccountId)?.On,
            ReconciledSides = reconciled.Where(side => side.AccountId != entry.AccountId).ToList() is { Count: > 0 } others ? others : null,
            TakenBackBy = TakenBackBy,
            CreatedBy = CreatedBy,
            CreatedAt = CreatedAt,
            UpdatedAt = at,
            DeletedAt = DeletedAt,
            Version = Version + 1,
        };
    }
}
