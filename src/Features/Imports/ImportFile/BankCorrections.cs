using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Entries by which a bank corrects what it told in an earlier file.</summary>
internal static class BankCorrections
{
    /// <summary>Which of the entries that the file corrects are in the ledger.</summary>
    public static async Task<IReadOnlySet<(Guid AccountId, string BankId)>> KnownAsync(
        IDocumentSession session, IReadOnlyList<BankStatement> statements, StatementAccounts accounts, CancellationToken cancellationToken)
    {
        var corrected = statements.Zip(accounts.Of).Where(pair => pair.Second is not null).SelectMany(pair =>
            pair.First.Entries.Where(entry => entry.Corrects is not null).Select(entry => (pair.Second!.Account.Id, entry.Corrects!.BankId))).Distinct().ToList();
        if (corrected.Count == 0) return new HashSet<(Guid, string)>();

        Guid[] ids = [.. corrected.Select(pair => pair.Id)];
        string[] bankIds = [.. corrected.Select(pair => pair.BankId)];
        var known = await session.Sql(
            $"""
             select distinct bank_account_id, data->>'bankId' from {TransactionsTables.Transactions:raw}
             where tenant_id = {session.TenantId} and deleted_at is null
               and (bank_account_id, data->>'bankId') in (select * from unnest({ids}, {bankIds}))
             """)
            .ListAsync(row => (row.GetGuid(0), row.GetString(1)), cancellationToken);
        return known.ToHashSet();
    }

    /// <summary>Two entries would stand for one. What is unknown here has nothing to replace.</summary>
    public static RowReason? ReasonAgainst(BankEntry row, Guid accountId, IReadOnlySet<(Guid AccountId, string BankId)> known) => row.Corrects switch
    {
        { IsDeletion: true } => new RowReason(
            "deletes-earlier", $"With this the bank takes back its entry {row.Corrects.BankId} of an earlier file. Delete that one, if it was imported."),
        { } corrects when known.Contains((accountId, corrects.BankId)) => new RowReason(
            "corrects-earlier", $"With this the bank replaces its entry {corrects.BankId}, which was imported before. Delete that one, and import the file again."),
        _ => null,
    };
}
