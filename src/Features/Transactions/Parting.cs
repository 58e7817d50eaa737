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

    /// <param name="write">Under way.</param>
    /// <param name="whole">As it is.</param>
    /// <param name="joined">How the other became part of it.</param>
    /// <param name="facts">The ledger's.</param>
    /// <param name="by">The user.</param>
    /// <param name="at">UTC.</param>
    /// <param name="going">The receipts that go with the other; if absent those that came with it and were not removed since.</param>
    /// <returns>What is left of the whole.</returns>
    public static async Task<Transaction> PartAsync(
        LedgerWrite write, Transaction whole, TransactionJoined joined, LedgerFacts facts, Guid by, DateTimeOffset at, IReadOnlyList<Receipt>? going = null)
    {
        var other = (await write.FindAsync<Transaction>(joined.With))!;
        if (other.JoinedInto != whole.Id) throw Changed();
        // A merger of categories since changed what they were joined as, and what they were before.
        joined = joined with
        {
            Was = await write.WithCategoriesOfTodayAsync(joined.Was, facts),
            Now = await write.WithCategoriesOfTodayAsync(joined.Now, facts),
        };
        var (now, part) = Back(whole, joined, await write.WithCategoriesOfTodayAsync(other.ToEntry(), facts));
        var (parted, restored) = Decide(whole, joined, now, part, going ?? CameWith(whole, joined), facts, by, at);
        write.Append(other, restored);
        return write.Append(whole, parted)!;
    }

    internal static (TransactionParted Parted, IReadOnlyList<object> Restored) Decide(
        Transaction whole, TransactionJoined joined, Entry now, Entry part, IReadOnlyList<Receipt> going, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        var was = whole.ToEntry();
        facts.EnsureConsistent(now);
        facts.EnsureConsistent(part);
        ChangeRules.EnsureSidesStay([was], [now, part]);
        facts.EnsureOpen([was], [now, part]);

        var locked = EntrySide.Of(part).Where(side => side.Status is EntryStatus.Reconciled).Select(side => side.AccountId).ToHashSet();
        var statements = whole.StatementsOf().Where(side => locked.Contains(side.AccountId)).ToList();
        var rows = RowsOf(whole, joined, now, part);
        var told = rows.Except(joined.Rows).Select(row => new BankRowMatched(row, part, part, by, at));
        var receipts = going.Count == 0 ? null : going;
        var restored = new TransactionRestored(part, by, at, statements.Count == 0 ? null : statements, receipts);
        return (new TransactionParted(joined.With, rows, was, now, by, at, receipts), [restored, .. told]);
    }

    internal static (Entry Now, Entry Part) Back(Entry whole, TransactionJoined joined, Entry part)
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
            return WithLocksOfPart(isAsThen ? now with { Status = was.Status, Transfer = was.Transfer } : now, was, part, whole);
        }

        if (whole.Transfer is { } transfer)
        {
            var side = EntrySide.Of(whole, transfer);
            part = part with { AccountId = side.AccountId, Amount = side.Amount, Date = side.Date, Status = side.Status };
            return (now with { Transfer = null }, part);
        }

        // The other side is an entry of its own again, unless parts of a split have taken its place meanwhile.
        return EntrySide.Of(whole).Skip(1).All(side => side.AccountId != then.Transfer?.AccountId) ? (now, part) : throw Changed();
    }

    /// <summary>What was reconciled of the part goes back to it, unless that was undone meanwhile.</summary>
    private static (Entry Now, Entry Part) WithLocksOfPart(Entry now, Entry was, Entry part, Entry whole)
    {
        HashSet<EntrySide> came = [.. Locked(part).Except(Locked(was))];
        HashSet<EntrySide> stand = [.. Locked(whole)];
        return (now.WithStatuses((_, side) => came.Contains(side) ? EntryStatus.Cleared : side.Status),
            part.WithStatuses((_, side) => came.Contains(side) && !stand.Contains(side) ? EntryStatus.Cleared : side.Status));

        static IEnumerable<EntrySide> Locked(Entry entry) => EntrySide.Of(entry).Where(side => side.Status is EntryStatus.Reconciled);
    }

    private static IReadOnlyList<Receipt> CameWith(Transaction whole, TransactionJoined joined) =>
        [.. (whole.Receipts ?? []).Where(receipt => joined.Receipts?.Any(came => came.Id == receipt.Id) is true)];

    private static RuleViolation Changed() =>
        new("transactions.join-changed", "The transaction was changed since in a way that cannot be taken apart; change that back first.");

    /// <summary>What came with the other goes with it, and what banks told since of an account that only the other is in.</summary>
    private static List<BankRow> RowsOf(Transaction whole, TransactionJoined joined, Entry now, Entry part) =>
    [
        .. (whole.BankRows ?? []).Where(row => joined.Rows.Contains(row)
            || (row.AccountId == part.AccountId && EntrySide.Of(now).All(side => side.AccountId != row.AccountId))),
    ];
}
