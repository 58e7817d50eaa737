using System.Diagnostics.CodeAnalysis;

namespace MyBudget.Features.Transactions;

/// <summary>What each event makes of it.</summary>
public sealed partial record Transaction
{
    [SetsRequiredMembers]
    private Transaction(Entry entry) : base(entry) { }

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
            Receipts = state.Receipts.Without(parted.Receipts),
        },
        OtherSideKept kept => state!.With(kept.Now, kept.At).Keep(kept.Row),
        TransactionDeleted deleted => state!.Delete(deleted),
        TransactionRestored restored => state!.With(restored.Now, restored.At, restored.Statements) with
        {
            DeletedAt = null,
            TakenBackBy = null,
            JoinedInto = null,
            Receipts = state.Receipts.With(restored.Receipts),
        },
        ReceiptAttached attached => state!.With(attached.At, state.Receipts.With([attached.Receipt])),
        ReceiptRemoved removed => state!.With(removed.At, state.Receipts.Without([removed.Receipt])),
        ReceiptRestored restored => state!.With(restored.At, state.Receipts.With([restored.Receipt])),
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
        // What it became part of has them from then on.
        Receipts = e.JoinedInto is null ? Receipts : null,
        Version = Version + 1,
    };

    private static List<BankRow>? Without(IReadOnlyList<BankRow>? rows, IReadOnlyList<BankRow> gone) =>
        rows?.Where(known => !gone.Contains(known)).ToList() is { Count: > 0 } left ? left : null;

    private Transaction Join(TransactionJoined joined)
    {
        IReadOnlyList<BankRow> rows = [.. BankRows ?? [], .. joined.Rows];
        return this with { BankRows = rows.Count == 0 ? null : rows, Joined = [.. Joined ?? [], joined.With], Receipts = Receipts.With(joined.Receipts) };
    }

    private Transaction With(DateTimeOffset at, IReadOnlyList<Receipt>? receipts) => this with { Receipts = receipts, UpdatedAt = at, Version = Version + 1 };

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
            Receipts = Receipts,
            CreatedBy = CreatedBy,
            CreatedAt = CreatedAt,
            UpdatedAt = at,
            DeletedAt = DeletedAt,
            Version = Version + 1,
        };
    }
}
