namespace MyBudget.Features.Transactions.ReviseInBulk;

/// <summary>What one change makes of each of many transactions.</summary>
/// <param name="accounts">Those whose sides a status is for; all of them if empty.</param>
internal sealed class BulkDecision(BulkChange change, IReadOnlyCollection<Guid> accounts, LedgerFacts facts, Guid by, DateTimeOffset at)
{
    private const int MostTags = 20;

    /// <exception cref="RuleViolation">The change is wrong whatever it is made to.</exception>
    public void EnsurePossible()
    {
        if (change.AccountId is { } account) facts.EnsureOpenAccount(account);
        facts.EnsureCategory(change.CategoryId);
    }

    /// <returns>The event, or null where the transaction is as wished already.</returns>
    /// <exception cref="RuleViolation">The change does not fit this transaction.</exception>
    public object? Of(Transaction transaction)
    {
        var was = transaction.ToEntry();
        if (change.Deletes)
        {
            facts.EnsureDeletable(was);
            return new TransactionDeleted(was, by, at);
        }

        EnsureFits(was);
        var now = Changed(was);
        return now == was ? null : new TransactionRevised(was, facts.EnsureRevisable(was, now), by, at);
    }

    private void EnsureFits(Entry was)
    {
        if (change.AccountId is { } account && account != was.AccountId)
        {
            if (EntrySide.Of(was).Skip(1).Any())
                throw new RuleViolation("transactions.bulk-transfer", "A transfer has two accounts: it is moved by itself.");
            if (facts.Account(account).Currency != facts.Account(was.AccountId).Currency)
                throw new RuleViolation("transactions.amount-required", "The account has another currency than the one before: say the amount in it.");
        }

        if (change.SetsCategory && was.Splits.Count > 0) throw new RuleViolation("transactions.bulk-split", "A split has categories in its parts.");
    }

    private Entry Changed(Entry was) => (WithStatus(was) with
    {
        AccountId = change.AccountId ?? was.AccountId,
        CategoryId = change.SetsCategory ? change.CategoryId : was.CategoryId,
        Payee = change.SetsPayee ? TransactionInput.Trimmed(change.Payee) : was.Payee,
        Tags = Tags(was.Tags),
        Date = change.Date ?? (change.MoveDays is { } days ? Moved(was.Date, days) : was.Date),
    }).Condensed();

    private Entry WithStatus(Entry was) => change.Status is not { } status ? was :
        was.WithStatuses((_, side) => accounts.Count == 0 || accounts.Contains(side.AccountId) ? status : side.Status);

    private IReadOnlyList<string> Tags(IReadOnlyList<string> was)
    {
        if (change is { AddTags: null or { Count: 0 }, RemoveTags: null or { Count: 0 } }) return was;

        var removed = TransactionInput.Tagged(change.RemoveTags).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var now = TransactionInput.Tagged(was.Where(tag => !removed.Contains(tag)).Concat(change.AddTags ?? []));
        return now.Count <= MostTags ? now : throw new RuleViolation("transactions.bulk-tags", $"At most {MostTags} tags are allowed.");
    }

    private static DateOnly Moved(DateOnly date, int days)
    {
        var moved = date.AddDays(days);
        return LedgerDate.IsAllowed(moved) ? moved : throw new RuleViolation("transactions.bulk-date", "A date lies between 1900-01-01 and 2199-12-31.");
    }
}
