namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// The rows that are to become entries, in the order of time: lists order the entries of a day by when they were recorded, so they stand as in
/// the file, whichever end of it is the newest. Each has its id at once, and its event is made when it is asked for.
/// </summary>
internal sealed class NewEntries
{
    private readonly List<DraftRow> _rows;
    private readonly LedgerFacts _facts;
    private readonly Guid _import, _by;
    private readonly DateTimeOffset _now;

    public NewEntries(IReadOnlyList<DraftRow> drafts, LedgerFacts facts, Guid import, Guid by, DateTimeOffset now)
    {
        (_facts, _import, _by, _now) = (facts, import, by, now);
        _rows = [.. drafts.Where(draft => draft.IsImported)];
        if (_rows.Count > 1 && _rows[0].Date > _rows[^1].Date) _rows.Reverse();
        var ids = new Guid[_rows.Count];
        for (var place = 0; place < ids.Length; place++) ids[place] = Guid.CreateVersion7(now);
        Array.Sort(ids);
        foreach (var (place, row) in _rows.Index()) row.TransactionId = ids[place];
        Ids = ids;
    }

    /// <summary>Rising.</summary>
    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>Before anything is stored.</summary>
    public void EnsureRecordable()
    {
        for (var place = 0; place < _rows.Count; place++) Recorded(place);
    }

    public TransactionRecorded Recorded(int place)
    {
        var row = _rows[place];
        var entry = row.OtherSide is null ? row.Entry! : row.Entry! with { Transfer = null };
        return _facts.Record(entry, new ImportSource(_import, row.BankId, row.Line), _by, _now.AddMicroseconds(place));
    }
}
