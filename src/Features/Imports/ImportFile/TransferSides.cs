namespace MyBudget.Features.Imports.ImportFile;

/// <summary>
/// A file of several accounts tells a transfer between two of them twice, once in each; it is recorded once. Each side has its own day, as
/// its bank has it.
/// </summary>
internal sealed class TransferSides
{
    private readonly Dictionary<(Guid From, Guid To, long Amount), List<DraftRow>> _waiting = [];

    private readonly Dictionary<(Guid From, Guid To, long Amount), List<(int Row, DateOnly Date)>> _parts = [];

    /// <summary>A split says more than the row of the other side does, wherever in the file it comes: its part is the transfer.</summary>
    public void Expect(Entry split, int row)
    {
        foreach (var part in split.Splits)
        {
            if (part.Transfer is not { } transfer) continue;
            var key = (split.AccountId, transfer.AccountId, part.Amount);
            if (!_parts.TryGetValue(key, out var own)) _parts.Add(key, own = []);
            own.Add((row, split.Date));
        }
    }

    /// <summary>The nearest split with a part that this is the other side of.</summary>
    public int? PartOfOther(Entry entry)
    {
        if (entry.Transfer is not { } transfer) return null;
        if (!_parts.TryGetValue((transfer.AccountId, entry.AccountId, transfer.Amount), out var parts)) return null;
        List<(int Row, DateOnly Date)> near = [.. parts.Where(part => DaysFrom(part.Date) <= KnownEntries.Days)];
        if (near.Count == 0) return null;
        var nearest = near.MinBy(part => DaysFrom(part.Date));
        parts.Remove(nearest);
        return nearest.Row;

        int DaysFrom(DateOnly date) => Math.Abs(date.DayNumber - entry.Date.DayNumber);
    }

    /// <summary>The nearest row that has the other side of this one, if it came before; what this one says of its side is kept there.</summary>
    public DraftRow? RowOfOther(Entry entry)
    {
        if (entry.Transfer is not { } transfer || !_waiting.TryGetValue((transfer.AccountId, entry.AccountId, transfer.Amount), out var rows)) return null;
        if (rows.Where(row => DaysFrom(row) <= KnownEntries.Days).MinBy(DaysFrom) is not { } other) return null;

        rows.Remove(other);
        var own = other.Entry!;
        other.Replace((own with { Transfer = own.Transfer! with { Date = entry.Date, Status = entry.Status } }).Condensed());
        return other;

        int DaysFrom(DraftRow row) => Math.Abs(row.Date.DayNumber - entry.Date.DayNumber);
    }

    /// <summary>Waits for the row of its other side.</summary>
    public void Add(DraftRow row, Entry entry)
    {
        if (entry.Transfer is not { } transfer) return;
        var key = (entry.AccountId, transfer.AccountId, entry.Amount);
        if (!_waiting.TryGetValue(key, out var own)) _waiting.Add(key, own = []);
        own.Add(row);
    }
}
