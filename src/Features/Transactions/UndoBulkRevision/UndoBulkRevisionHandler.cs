namespace MyBudget.Features.Transactions.UndoBulkRevision;

internal sealed record UndoBulkRevision(Guid Id, IfMatch IfMatch) : ICommand<BulkRevision?>;

internal sealed class UndoBulkRevisionHandler(LedgerWriter ledger) : IRequestHandler<UndoBulkRevision, BulkRevision?>
{
    public Task<BulkRevision?> Handle(UndoBulkRevision command, CancellationToken cancellationToken) => ledger.WriteAsync(async write =>
    {
        if (await write.FindAsync<BulkRevision>(command.Id) is not { } known) return null;
        if (known.UndoneAt is not null) return known;
        command.IfMatch.Ensure(known.Version);

        var facts = await LedgerFacts.InAsync(write);
        var (restored, skipped) = (0, new List<BulkSkipped>());
        foreach (var entry in await EntriesOfBulk.FindAsync(write, known.Id))
        {
            try
            {
                write.Append(entry.Transaction, Decide(await WithCategoriesOfTodayAsync(write, entry, facts), facts, write.By, write.Now));
                restored++;
            }
            catch (RuleViolation violation)
            {
                skipped.Add(new BulkSkipped(entry.Transaction.Id, violation.Code));
            }
        }

        if (restored == 0)
        {
            throw new RuleViolation(
                "transactions.bulk-nothing-left", "None of the transactions can be what it was before: all were changed since, or may not be changed.",
                new Dictionary<string, object?> { ["transactions"] = skipped });
        }

        return write.Append(known, new BulkRevisionUndone(restored, skipped, write.By, write.Now));
    }, cancellationToken);

    internal static IReadOnlyList<object> Decide(EntryOfBulk entry, LedgerFacts facts, Guid by, DateTimeOffset now) =>
        new BulkUndo(facts, by, now).Of(entry);

    private static async Task<EntryOfBulk> WithCategoriesOfTodayAsync(LedgerWrite write, EntryOfBulk entry, LedgerFacts facts) => entry with
    {
        Was = await write.WithCategoriesOfTodayAsync(entry.Was, facts),
        Then = entry.Then is { } then ? await write.WithCategoriesOfTodayAsync(then, facts) : null,
    };
}
