namespace MyBudget.Features.Transactions.Contracts;

/// <summary>What an event of a transaction takes out of the totals and what it puts in.</summary>
public readonly record struct EntryChange(Entry? Was, Entry? Now)
{
    /// <summary>Null for events of other features.</summary>
    public static EntryChange? Of(object e) => e switch
    {
        TransactionRecorded recorded => new EntryChange(null, recorded.Entry),
        TransactionRevised revised => new EntryChange(revised.Was, revised.Now),
        BankRowMatched matched => new EntryChange(matched.Was, matched.Now),
        BankRowUnmatched unmatched => new EntryChange(unmatched.Was, unmatched.Now),
        TransactionJoined joined => new EntryChange(joined.Was, joined.Now),
        TransactionParted parted => new EntryChange(parted.Was, parted.Now),
        OtherSideKept kept => new EntryChange(kept.Was, kept.Now),
        TransactionDeleted deleted => new EntryChange(deleted.Was, null),
        TransactionRestored restored => new EntryChange(null, restored.Now),
        _ => null,
    };

    /// <summary>The sides that an event takes out, by -1, and puts in, by 1; none of other features' events.</summary>
    public static IEnumerable<(EntrySide Side, int Sign)> SidesOf(object e) => Of(e) is not { } change ? [] :
        EntrySide.Of(change.Was).Select(side => (side, -1)).Concat(EntrySide.Of(change.Now).Select(side => (side, 1)));

    /// <summary>The lines that an event takes out, by -1, and puts in, by 1; none of other features' events.</summary>
    public static IEnumerable<(EntryLine Line, int Sign)> LinesOf(object e) => Of(e) is not { } change ? [] :
        EntryLine.Of(change.Was).Select(line => (line, -1)).Concat(EntryLine.Of(change.Now).Select(line => (line, 1)));
}
