namespace MyBudget.Features.Transactions;

/// <summary>With which statements the sides of a transaction were reconciled.</summary>
internal static class Statements
{
    /// <summary>The day of the statement of this account that its side was reconciled with.</summary>
    public static DateOnly? StatementOf(this Transaction transaction, Guid account) =>
        transaction.StatementsOf().FirstOrDefault(side => side.AccountId == account)?.On;

    /// <summary>Those of all its sides.</summary>
    public static IEnumerable<ReconciledSide> StatementsOf(this Transaction transaction)
    {
        if (transaction.ReconciledOn is { } own) yield return new ReconciledSide(transaction.AccountId, own);
        foreach (var side in transaction.ReconciledSides ?? []) yield return side;
    }

    /// <summary>Of the sides that are reconciled after a change: what it tells of them, or else what was known.</summary>
    public static List<ReconciledSide> After(this Transaction before, Entry entry, IEnumerable<ReconciledSide> told)
    {
        var accounts = ReconciledIn(entry);
        return [.. told.Concat(before.StatementsOf()).Where(side => accounts.Contains(side.AccountId)).DistinctBy(side => side.AccountId)];
    }

    public static IEnumerable<ReconciledSide> ToldBy(TransactionRevised revised) => revised.StatementOn is not { } on ? []
        : ReconciledIn(revised.Now).Where(account => (revised.StatementOf ?? account) == account).Select(account => new ReconciledSide(account, on));

    private static HashSet<Guid> ReconciledIn(Entry entry) =>
        [.. EntrySide.Of(entry).Where(side => side.Status is EntryStatus.Reconciled).Select(side => side.AccountId)];
}
