namespace MyBudget.Features.Transactions;

/// <summary>With which statements the sides of a transaction were reconciled.</summary>
internal static class Statements
{
    /// <summary>The day of the statement of this account that its side was reconciled with.</summary>
    public static DateOnly? StatementOf(this Transaction transaction, Guid account) => account == transaction.AccountId
        ? transaction.ReconciledOn
        : transaction.ReconciledSides?.FirstOrDefault(side => side.AccountId == account)?.On;

    /// <summary>Of the sides in other accounts, after a change.</summary>
    public static List<ReconciledSide>? After(this IReadOnlyList<ReconciledSide>? before, Entry entry, TransactionRevised? reconciled)
    {
        var accounts = EntrySide.Of(entry).Skip(1).Where(side => side.Status is EntryStatus.Reconciled).Select(side => side.AccountId).ToHashSet();
        var known = (before ?? []).Where(side => accounts.Contains(side.AccountId)).ToDictionary(side => side.AccountId);
        if (reconciled is { StatementOn: { } on })
        {
            foreach (var account in accounts.Where(account => (reconciled.StatementOf ?? account) == account)) known[account] = new ReconciledSide(account, on);
        }

        return known.Count == 0 ? null : [.. known.Values];
    }
}
