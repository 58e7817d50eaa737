namespace MyBudget.Features.Transactions.Contracts;

/// <summary>Changes of an entry's sides, each of which has a day and a status.</summary>
internal static class EntrySides
{
    /// <summary>Leaves out what another side says as the entry does, so that entries which say the same are equal; it then follows the entry.</summary>
    public static Entry Condensed(this Entry entry) => entry.WithTransfers(transfer => transfer with
    {
        Date = transfer.Date == entry.Date ? null : transfer.Date,
        Status = transfer.Status == entry.Status ? null : transfer.Status,
    });

    /// <summary>Gives each side a status, by its place in <see cref="EntrySide.Of(Entry?)"/>, and no side another one in passing.</summary>
    public static Entry WithStatuses(this Entry entry, Func<int, EntrySide, EntryStatus> statusOf)
    {
        var sides = EntrySide.Of(entry).Select((side, place) => side with { Status = statusOf(place, side) }).ToList();
        var next = 1;
        return (entry.WithTransfers(transfer => transfer with { Status = sides[next++].Status }) with { Status = sides[0].Status }).Condensed();
    }

    /// <summary>The side that a bank tells of: of several in its account the one of that amount. -1 if there is none.</summary>
    public static int PlaceOf(this Entry entry, Guid account, long amount, EntryStatus status)
    {
        List<EntrySide> sides = [.. EntrySide.Of(entry)];
        var exact = sides.FindIndex(side => side.AccountId == account && side.Status == status && side.Amount == amount);
        return exact >= 0 ? exact : sides.FindIndex(side => side.AccountId == account && side.Status == status);
    }

    private static Entry WithTransfers(this Entry entry, Func<EntryTransfer, EntryTransfer> change)
    {
        if (entry.Transfer is { } transfer) return entry with { Transfer = change(transfer) };
        return entry.Splits.All(split => split.Transfer is null) ? entry : entry with
        {
            Splits = [.. entry.Splits.Select(split => split.Transfer is { } part ? split with { Transfer = change(part) } : split)],
        };
    }
}
