namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The rows of a file and the entries they may be, while they are brought together: no side of an entry answers for two rows.</summary>
internal sealed class Matching(IReadOnlyList<DraftRow> drafts, IReadOnlyList<KnownEntry> known)
{
    private readonly HashSet<(Guid, Guid, long)> _taken = [];
    private readonly IReadOnlySet<Guid> _distrusted = BankIdTrust.Distrusted(drafts, known);
    private readonly ILookup<(Guid, Guid, long), string> _ids = known.Where(entry => entry.BankId is not null).ToLookup(entry => entry.Side, entry => entry.BankId!);

    /// <summary>All that say something to record.</summary>
    public IReadOnlyList<DraftRow> Rows { get; } = [.. drafts.Where(draft => draft.Entry is not null)];

    /// <summary>Those without a match yet.</summary>
    public IEnumerable<DraftRow> Open => Rows.Where(row => row.Match is null);

    /// <summary>Those that no row has met yet; what is still there comes before what was deleted.</summary>
    public IReadOnlyList<KnownEntry> Untaken => [.. known.Where(entry => !_taken.Contains(entry.Side)).OrderBy(entry => entry.Deleted)];

    /// <summary>Accounts in whose files the bank's ids tell nothing.</summary>
    public IReadOnlySet<Guid> Distrusted => _distrusted;

    public bool IsTaken(KnownEntry entry) => _taken.Contains(entry.Side);

    /// <summary>The bank's id, where it is one.</summary>
    public string? IdOf(DraftRow row) => _distrusted.Contains(row.Entry!.AccountId) ? null : row.BankId;

    /// <summary>Two ids of the same bank account are two entries, however alike they are.</summary>
    public bool HaveOtherIds(DraftRow row, KnownEntry entry) => IdOf(row) is { } id && _ids.Contains(entry.Side) && !_ids[entry.Side].Contains(id);

    public void Take(DraftRow row, KnownEntry entry, MatchKind by)
    {
        _taken.Add(entry.Side);
        row.Match = new RowMatch(by, entry.Id, Row: null, entry.DaysFrom(row), Payees.Compare(row.Entry!.Payee, entry.Payee), entry.Deleted);
    }
}
