namespace MyBudget.Features.Transactions;

/// <summary>Makes one transaction of two, in one write, so that no balance is wrong in between. The other one is kept, to be brought back.</summary>
internal static class Joining
{
    private const int MostTags = 20;

    public static async Task<Transaction> JoinAsync(
        LedgerWrite write, Transaction transaction, Guid with, JoinedAs kind, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        if (with == transaction.Id) throw Refused("transactions.join-itself", "A transaction is joined with another one.", with);
        var other = await write.FindAsync<Transaction>(with) is { DeletedAt: null } found ? found
            : throw Refused("transactions.unknown", "There is no such transaction.", with);

        var line = other.ImportId is null ? 0 : (await write.FirstEventAsync<TransactionRecorded>(other.Id))?.Source?.Line ?? 0;
        var joined = Decide(transaction, other, line, kind, facts, by, at);
        write.Append(other, new TransactionDeleted(other.ToEntry(), by, at, JoinedInto: transaction.Id));
        return write.Append(transaction, joined)!;
    }

    /// <param name="line">Of the other in its file.</param>
    internal static TransactionJoined Decide(
        Transaction transaction, Transaction other, int line, JoinedAs kind, LedgerFacts facts, Guid by, DateTimeOffset at)
    {
        var (was, part) = (transaction.ToEntry(), other.ToEntry());
        var now = kind is JoinedAs.Transfer ? AsTransfer(was, part, facts) : AsEntry(was, part);
        facts.EnsureConsistent(now);
        ChangeRules.EnsureSidesStay([was, part], [now]);
        facts.EnsureOpen([was, part], [now]);
        List<ReconciledSide> statements = [.. other.StatementsOf()];
        return new TransactionJoined(
            other.Id, kind, [.. RowsOf(other, line).Select(row => AsOf(was, row))], was, now, by, at, statements.Count == 0 ? null : statements, other.Receipts);
    }

    private static Entry AsTransfer(Entry was, Entry part, LedgerFacts facts)
    {
        if (was.Transfer is not null || part.Transfer is not null || was.Splits.Count > 0 || part.Splits.Count > 0)
            throw new RuleViolation("transactions.join-plain", "Only entries that are neither split nor transfers become the sides of one.");

        var counts = facts.Account(was.AccountId).OnBudget != facts.Account(part.AccountId).OnBudget;
        return (Filled(was, part) with
        {
            Transfer = new EntryTransfer(part.AccountId, part.Amount, part.Date, part.Status),
            CategoryId = counts ? was.CategoryId ?? part.CategoryId : null,
        }).Condensed();
    }

    private static Entry AsEntry(Entry was, Entry part)
    {
        List<EntrySide> sides = [.. EntrySide.Of(was)];
        var statuses = sides.Select(side => side.Status).ToList();
        var met = new HashSet<int>();
        foreach (var side in EntrySide.Of(part))
        {
            var place = Enumerable.Range(0, sides.Count)
                .FirstOrDefault(place => !met.Contains(place) && (sides[place].AccountId, sides[place].Amount) == (side.AccountId, side.Amount), -1);
            if (place < 0) throw new RuleViolation("transactions.join-differs", "The other has an account or an amount that this one has not.");
            met.Add(place);
            if (side.Status > statuses[place]) statuses[place] = side.Status;
        }

        var isOpen = was is { CategoryId: null, Transfer: null, Splits.Count: 0 } && part.Transfer is null;
        return (isOpen ? Filled(was, part) with { CategoryId = part.CategoryId, Splits = part.Splits } : Filled(was, part))
            .WithStatuses((place, _) => statuses[place]);
    }

    /// <summary>What it does not say itself the other may.</summary>
    private static Entry Filled(Entry was, Entry part) => was with
    {
        Payee = was.Payee ?? part.Payee,
        Note = was.Note ?? part.Note,
        Tags = [.. was.Tags.Concat(part.Tags).DistinctBy(tag => tag, StringComparer.OrdinalIgnoreCase).Take(MostTags)],
    };

    private static IReadOnlyList<BankRow> RowsOf(Transaction other, int line) => other is { BankRecord: { } record, ImportId: { } import }
        ? [new BankRow(record.AccountId, record.Date, record.Amount, record.Payee, other.BankId, import, line), .. other.BankRows ?? []]
        : other.BankRows ?? [];

    /// <summary>What was cleared already is not so by the other's row, and stays cleared without it.</summary>
    private static BankRow AsOf(Entry was, BankRow row) =>
        EntrySide.Of(was).Any(side => side.AccountId == row.AccountId && side.Status is not EntryStatus.Pending) ? row with { Cleared = false } : row;

    private static RuleViolation Refused(string code, string english, Guid with) => new(code, english, new Dictionary<string, object?> { ["with"] = with });
}
