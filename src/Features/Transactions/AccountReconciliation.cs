namespace MyBudget.Features.Transactions;

/// <summary>An account's agreement with a statement, without its entries, which only its first event holds: they can be many.</summary>
/// <param name="Id">UUID.</param>
/// <param name="AccountId">The account.</param>
/// <param name="On">The day of the statement.</param>
/// <param name="Balance">What both had at the end of that day, in minor units.</param>
/// <param name="Number">Counts those of the account that stand, from 1.</param>
/// <param name="Entries">How many entries became reconciled.</param>
/// <param name="CreatedBy">The user.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Version">See <c>ETag</c>.</param>
public sealed record AccountReconciliation(
    Guid Id, Guid AccountId, DateOnly On, long Balance, int Number, int Entries, Guid CreatedBy, DateTimeOffset CreatedAt, int Version)
    : ILedgerState<AccountReconciliation>
{
    public static AccountReconciliation? Fold(AccountReconciliation? state, Guid id, object e) => e switch
    {
        AccountReconciled made => new AccountReconciliation(
            id, made.AccountId, made.On, made.Balance, made.Number, made.EntryIds.Count, made.By, made.At, Version: 1),
        ReconciliationUndone => null,
        _ => state,
    };

    /// <summary>The account's newest; null without any.</summary>
    internal static Task<AccountReconciliation?> LastAsync(LedgerWrite write, Guid account)
    {
        var serializer = write.Session.DocumentStore.Options.Serializer();
        return write.Session.Sql(
            $"""
             select data from {TransactionsTables.Reconciliations:raw}
             where tenant_id = {write.Session.TenantId} and account_id = {account} order by number desc limit 1
             """)
            .FirstOrDefaultAsync(row => serializer.FromJson<AccountReconciliation>(row, 0), write.Cancellation);
    }
}
