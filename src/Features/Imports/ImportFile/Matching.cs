namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The rows of a file and the entries they may be, while they are brought together: no side of an entry answers for two rows.</summary>
internal sealed class Matching(IReadOnlyList<DraftRow> drafts, IReadOnlyList<KnownEntry> known)
{
    private readonly HashSet<KnownEntry> _met = [];
    private readonly Dictionary<(Guid, Guid, long), int> _taken = [];
    private readonly IReadOnlySet<Guid> _distrusted = BankIdTrust.Distrusted(drafts, known);
    private readonly HashSet<DraftRow> _toldAgain = [];
    private readonly HashSet<Guid> _retold = [];
    private readonly ILookup<(Guid, Guid, long), string> _ids = known.Where(entry => entry.BankId is not null).ToLookup(entry => entry.Side, entry => entry.BankId!);

    /// <summary>All that say something to record.</summary>
    public IReadOnlyList<DraftRow> Rows { get; } = drafts.All(draft => draft.HasEntry) ? drafts : [.. drafts.Where(draft => draft.HasEntry)];

    /// <summary>Those without a match yet.</summary>
    public IEnumerable<DraftRow> Open => Rows.Where(row => row.Match is null);

    /// <summary>Those that no row has met yet; what is still there comes before what was deleted.</summary>
    public IReadOnlyList<KnownEntry> Untaken => [.. known.Where(entry => !IsTaken(entry)).OrderBy(entry => entry.Deleted)];

    /// <summary>Accounts in whose files the bank's ids tell nothing.</summary>
    public IReadOnlySet<Guid> Distrusted => _retold.Count == 0 ? _distrusted : _distrusted.Union(_retold).ToHashSet();

    public bool IsTaken(KnownEntry entry) => _met.Contains(entry) || _taken.GetValueOrDefault(entry.Side) >= entry.Parts;

    /// <summary>The bank's id, where it is one.</summary>
    public string? IdOf(DraftRow row) => _distrusted.Contains(row.AccountId) || _toldAgain.Contains(row) ? null : row.BankId;

    /// <summary>The account has these under other ids.</summary>
    public void Distrust(Guid account, IEnumerable<DraftRow> rows)
    {
        _retold.Add(account);
        _toldAgain.UnionWith(rows);
    }

    /// <summary>Two ids of the same bank account are two entries, however alike they are.</summary>
    public bool HaveOtherIds(DraftRow row, KnownEntry entry)
    {
        if (IdOf(row) is not { } id) return false;
        // An equal part has an id of its own.
        if (entry.Parts > 1) return entry.BankId is { } own && own != id;
        return _ids.Contains(entry.Side) && !_ids[entry.Side].Contains(id);
    }

    public void Take(DraftRow row, KnownEntry entry, MatchKind by)
    {
        _met.Add(entry);
        _taken[entry.Side] = _taken.GetValueOrDefault(entry.Side) + 1;
        row.Match = new RowMatch(by, entry.Id, Row: null, entry.DaysFrom(row), Payees.Compare(row, entry), entry.Deleted);
    }
}
