namespace MyBudget.Features.Transactions.UndoBulkRevision;

/// <summary>Takes back what a bulk change did to a transaction, and nothing that somebody did after it.</summary>
internal sealed class BulkUndo(LedgerFacts facts, Guid by, DateTimeOffset at)
{
    /// <exception cref="RuleViolation">It was changed since, or may not be changed any more.</exception>
    public IReadOnlyList<object> Of(EntryOfBulk entry)
    {
        var (transaction, was) = (entry.Transaction, entry.Was);
        if (entry.Then is not { } then)
            return transaction.DeletedAt is not null ? [new TransactionRestored(facts.EnsureRecordable(was), by, at)] : throw Changed();
        if (transaction.DeletedAt is not null) throw new RuleViolation("transactions.gone", "The transaction is deleted.");

        var now = transaction.ToEntry();
        var before = now with
        {
            AccountId = Before(was.AccountId, then.AccountId, now.AccountId),
            CategoryId = Before(was.CategoryId, then.CategoryId, now.CategoryId),
            Payee = Before(was.Payee, then.Payee, now.Payee),
            Status = Before(was.Status, then.Status, now.Status),
            Date = Before(was.Date, then.Date, now.Date),
            Tags = was.Tags.SequenceEqual(then.Tags) ? now.Tags : now.Tags.SequenceEqual(then.Tags) ? was.Tags : throw Changed(),
        };
        // Taking a lock off is a change of its own.
        var unlocked = now.Status is EntryStatus.Reconciled ? now with { Status = before.Status } : now;
        return
        [
            .. new[] { Revised(now, unlocked, null), Revised(unlocked, before, before.Status is EntryStatus.Reconciled ? entry.ReconciledOn : null) }
                .OfType<TransactionRevised>(),
        ];
    }

    private TransactionRevised? Revised(Entry was, Entry now, DateOnly? statementOn) =>
        now == was ? null : new TransactionRevised(was, facts.EnsureRevisable(was, now), by, at, statementOn);

    private static T Before<T>(T was, T then, T now) =>
        EqualityComparer<T>.Default.Equals(was, then) ? now : EqualityComparer<T>.Default.Equals(now, then) ? was : throw Changed();

    private static RuleViolation Changed() => new("transactions.bulk-changed", "Somebody has changed the transaction since.");
}
