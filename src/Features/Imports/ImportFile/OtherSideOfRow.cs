namespace MyBudget.Features.Imports.ImportFile;

/// <summary>What a transfer of a row, or of a part of one, would be, were it told by the other account.</summary>
/// <param name="Part">Of a split, which of its parts.</param>
internal sealed record OtherSideOfRow(DraftRow Row, int? Part, Entry Entry)
{
    public static IEnumerable<OtherSideOfRow> Of(DraftRow row)
    {
        var entry = row.Entry!;
        if (entry.Transfer is { } transfer) yield return new OtherSideOfRow(row, null, SideOf(entry, transfer));
        foreach (var (index, part) in entry.Splits.Index())
        {
            if (part.Transfer is { } moved) yield return new OtherSideOfRow(row, index, SideOf(entry, moved));
        }
    }

    /// <summary>
    /// A part is not joined with an entry that is there: it names the account in its note, so that nothing is counted twice.
    /// </summary>
    public void KeepAsNote(LedgerFacts facts)
    {
        var entry = Row.Entry!;
        var part = entry.Splits[Part!.Value];
        var name = $"[{facts.Account(Entry.AccountId).Name}]";
        var told = part with { Transfer = null, Note = part.Note is null ? name : $"{part.Note}, {name}" };
        Row.Replace(entry with { Splits = [.. entry.Splits.Select((split, index) => index == Part ? told : split)] });
    }

    private static Entry SideOf(Entry entry, EntryTransfer transfer)
    {
        var side = EntrySide.Of(entry, transfer);
        return entry with { AccountId = side.AccountId, Amount = side.Amount, Date = side.Date, Transfer = null, Splits = [] };
    }
}
