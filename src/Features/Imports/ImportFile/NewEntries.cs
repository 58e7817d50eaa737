namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The rows that are to become entries. Each has its id at once, and its event is made when it is asked for.</summary>
internal sealed class NewEntries
{
    private readonly IReadOnlyList<DraftRow> _rows;
    private readonly bool _isNewestFirst;
    private readonly LedgerFacts _facts;
    private readonly Guid _import, _by;
    private readonly DateTimeOffset _now;

    public NewEntries(IReadOnlyList<DraftRow> drafts, LedgerFacts facts, Guid import, Guid by, DateTimeOffset now)
    {
        (_facts, _import, _by, _now) = (facts, import, by, now);
        _rows = [.. drafts.Where(draft => draft.IsImported)];
        _isNewestFirst = _rows.Count > 1 && _rows[0].Date > _rows[^1].Date;
        Guid[] ids = [.. _rows.Select(_ => Guid.CreateVersion7(now)).Order()];
        foreach (var (index, row) in _rows.Index()) row.TransactionId = ids[PlaceOf(index)];
    }

    public IReadOnlyList<Guid> Ids => [.. _rows.Select(row => row.TransactionId!.Value)];

    /// <summary>Before anything is stored.</summary>
    public void EnsureRecordable()
    {
        for (var index = 0; index < _rows.Count; index++) Recorded(index);
    }

    public TransactionRecorded Recorded(int index)
    {
        var row = _rows[index];
        var entry = row.OtherSide is null ? row.Entry! : row.Entry! with { Transfer = null };
        return _facts.Record(entry, new ImportSource(_import, row.BankId, row.Line), _by, _now.AddMicroseconds(PlaceOf(index)));
    }

    /// <summary>Lists order the entries of a day by when they were recorded: so they stand as in the file, whichever end of it is the newest.</summary>
    private int PlaceOf(int index) => _isNewestFirst ? _rows.Count - 1 - index : index;
}
