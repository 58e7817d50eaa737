namespace MyBudget.Features.Transactions.UndoBulkRevision;

/// <summary>Takes back what a bulk change did to a transaction, and nothing that somebody did after it.</summary>
internal sealed class BulkUndo(LedgerFacts facts, Guid by, DateTimeOffset at)
{
    /// <exception cref="RuleViolation">It was changed since, or may not be changed any more.</exception>
    public IReadOnlyList<object> Of(EntryOfBulk entry)
    {
        var (transaction, was) = (entry.Transaction, entry.Was);
        if (entry.Then is not { } then)
        {
            // Restored and deleted again, or joined, it is not the deletion that is taken back.
            var isAsDeleted = transaction is { DeletedAt: not null, JoinedInto: null } && transaction.Version == entry.Bulk.Version;
            return isAsDeleted ? [new TransactionRestored(facts.EnsureRecordable(was), by, at)] : throw Changed();
        }

        if (transaction.DeletedAt is not null) throw new RuleViolation("transactions.gone", "The entry is deleted.");

        var now = transaction.ToEntry();
        var before = now with
        {
            AccountId = Before(was.AccountId, then.AccountId, now.AccountId),
            CategoryId = Before(was.CategoryId, then.CategoryId, now.CategoryId),
            Payee = Before(was.Payee, then.Payee, now.Payee),
            Status = Before(was.Status, then.Status, now.Status),
            Date = Before(was.Date, then.Date, now.Date),
            Transfer = Before(was.Transfer, then.Transfer, now.Transfer),
            Splits = Before(was.Splits, then.Splits, now.Splits),
            Tags = Before(was.Tags, then.Tags, now.Tags),
        };
        return before is { CategoryId: not null, Splits.Count: > 0 } ? throw Changed() : Steps(entry, now, before);
    }

    /// <summary>Taking a lock off is a change of its own, and so is putting it on for the statement of one account.</summary>
    private List<object> Steps(EntryOfBulk entry, Entry now, Entry before)
    {
        List<EntrySide> from = [.. EntrySide.Of(now)];
        List<EntrySide> to = [.. EntrySide.Of(before)];
        EnsureAsAgreed(entry.Was, from, to);
        var unlocked = now.WithStatuses((place, side) => IsLocked(side) ? to[place].Status : side.Status);
        var edited = before.WithStatuses((place, side) => IsLocked(side) ? from[place].Status : side.Status);
        var steps = new List<(Entry Now, Guid? Account)> { (unlocked, null), (edited, null) };
        foreach (var account in to.Where((side, place) => IsLocked(side) && !IsLocked(from[place])).Select(side => side.AccountId).Distinct())
            steps.Add((steps[^1].Now.WithStatuses((place, side) => side.AccountId == account ? to[place].Status : side.Status), account));

        var events = new List<object>();
        foreach (var (next, account) in steps)
        {
            if (next == now) continue;
            var statement = account is { } of ? entry.StatementOf(of) : null;
            events.Add(new TransactionRevised(now, facts.EnsureRevisable(now, next), by, at, statement, statement is null ? null : account));
            now = next;
        }

        return events;
    }

    /// <summary>A statement agreed with that amount on that day, and with no other.</summary>
    private static void EnsureAsAgreed(Entry was, List<EntrySide> from, List<EntrySide> to)
    {
        List<EntrySide> agreed = [.. EntrySide.Of(was)];
        for (var place = 0; place < to.Count; place++)
        {
            if (IsLocked(to[place]) && !IsLocked(from[place]) && (place >= agreed.Count || to[place] != agreed[place])) throw Changed();
        }
    }

    private static bool IsLocked(EntrySide side) => side.Status is EntryStatus.Reconciled;

    private static T Before<T>(T was, T then, T now) =>
        EqualityComparer<T>.Default.Equals(was, then) ? now : EqualityComparer<T>.Default.Equals(now, then) ? was : throw Changed();

    private static IReadOnlyList<T> Before<T>(IReadOnlyList<T> was, IReadOnlyList<T> then, IReadOnlyList<T> now) =>
        was.SequenceEqual(then) ? now : now.SequenceEqual(then) ? was : throw Changed();

    private static RuleViolation Changed() => new("transactions.bulk-changed", "Somebody has changed the entry since.");
}
