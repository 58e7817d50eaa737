namespace MyBudget.Features.Transactions;

/// <summary>Makes two transactions again of what was joined: each is what it was, but for what was changed since.</summary>
internal static class Parting
{
    /// <summary>The joinings that hold, the last one last.</summary>
    public static async Task<IReadOnlyList<TransactionJoined>> JoinedAsync(LedgerWrite write, Transaction whole)
    {
        if (whole.Joined is not { } joined) return [];
        var events = (await write.Reading.Events.FetchStreamAsync(whole.Id, token: write.Cancellation)).Select(e => e.Data).OfType<TransactionJoined>().ToList();
        return [.. joined.Select(id => events.Last(e => e.With == id))];
    }

    /// <returns>What is left of the whole.</returns>
    public static async Task<Transaction> PartAsync(
        LedgerWrite write, Transaction whole, TransactionJoined joined, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        var other = (await write.FindAsync<Transaction>(joined.With))!;
        if (other.JoinedInto != whole.Id) throw Changed();
        var (back, partOf) = Back(whole, joined);
        var now = await write.WithCategoriesOfTodayAsync(back, facts);
        var part = await write.WithCategoriesOfTodayAsync(partOf(other.ToEntry()), facts);
        var (parted, restored) = Decide(whole, joined, now, part, facts, by, at);
        write.Append(other, restored);
        return write.Append(whole, parted)!;
    }

    internal static (TransactionParted Parted, IReadOnlyList<object> Restored) Decide(
        Transaction whole, TransactionJoined joined, Entry now, Entry part, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        var was = whole.ToEntry();
        facts.EnsureConsistent(now);
        facts.EnsureConsistent(part);
        ChangeRules.EnsureSidesStay([was], [now, part]);
        facts.EnsureOpen([was], [now, part]);

        var rows = RowsOf(whole, joined, now, part);
        var told = rows.Except(joined.Rows).Select(row => new BankRowMatched(row, part, part, by, at));
        return (new TransactionParted(joined.With, rows, was, now, by, at), [new TransactionRestored(part, by, at), .. told]);
    }

    internal static (Entry Now, Func<Entry, Entry> PartOf) Back(Entry whole, TransactionJoined joined)
    {
        var (was, then) = (joined.Was, joined.Now);
        var now = whole.ToEntry() with
        {
            Payee = whole.Payee == then.Payee ? was.Payee : whole.Payee,
            Note = whole.Note == then.Note ? was.Note : whole.Note,
            Tags = whole.Tags.SequenceEqual(then.Tags) ? was.Tags : whole.Tags,
            CategoryId = whole.CategoryId == then.CategoryId ? was.CategoryId : whole.CategoryId,
            Splits = whole.Splits.SequenceEqual(then.Splits) ? was.Splits : whole.Splits,
        };
        // It has become a split since: the parts say what they are.
        if (now.Splits.Count > 0) now = now with { CategoryId = null };
        if (joined.As is JoinedAs.Entry)
        {
            var isAsThen = (whole.Status, whole.Transfer) == (then.Status, then.Transfer) && whole.Splits.SequenceEqual(then.Splits);
            return (isAsThen ? now with { Status = was.Status, Transfer = was.Transfer } : now, part => part);
        }

        if (whole.Transfer is not { } transfer) return EnsureLeft(whole, joined, now);
        var side = EntrySide.Of(whole, transfer);
        return (now with { Transfer = null }, part => part with { AccountId = side.AccountId, Amount = side.Amount, Date = side.Date, Status = side.Status });
    }

    /// <summary>The other side is an entry of its own again, unless parts of a split have taken its place meanwhile.</summary>
    private static (Entry Now, Func<Entry, Entry> PartOf) EnsureLeft(Entry whole, TransactionJoined joined, Entry now)
    {
        var other = joined.Now.Transfer?.AccountId;
        return EntrySide.Of(whole).Skip(1).All(side => side.AccountId != other) ? (now, part => part) : throw Changed();
    }

    private static RuleViolation Changed() =>
        new("transactions.join-changed", "The transaction was changed since in a way that cannot be taken apart; change that back first.");

    /// <summary>What came with the other goes with it, and what banks told since of an account that only the other is in.</summary>
    private static List<BankRow> RowsOf(Transaction whole, TransactionJoined joined, Entry now, Entry part) =>
    [
        .. (whole.BankRows ?? []).Where(row => joined.Rows.Contains(row)
            || (row.AccountId == part.AccountId && EntrySide.Of(now).All(side => side.AccountId != row.AccountId))),
    ];
}
