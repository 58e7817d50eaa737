using System.Data.Common;
using MyBudget.BankFiles;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Entries of the ledger that the bank corrects with the file, by the ids that it told of them before.</summary>
internal sealed class BankCorrections
{
    private readonly ILookup<(Guid AccountId, string BankId), CorrectedEntry> _known;

    private BankCorrections(IEnumerable<CorrectedEntry> known) => _known = known.ToLookup(entry => (entry.AccountId, entry.BankId));

    /// <summary>By whose change the corrections would have to be looked at again.</summary>
    public IEnumerable<Guid> Entries => _known.SelectMany(entries => entries).Select(entry => entry.Id);

    public static async Task<BankCorrections> ReadAsync(
        IDocumentSession session, IReadOnlyList<BankStatement> statements, StatementAccounts accounts, CancellationToken cancellationToken)
    {
        var ids = new HashSet<(Guid AccountId, string BankId)>();
        foreach (var (statement, target) in statements.Zip(accounts.Of))
        {
            if (target is not { Account.Id: var account }) continue;
            foreach (var entry in statement.Entries.Where(entry => entry is { Corrects: not null, BankId: not null }))
                ids.Add((account, entry.BankId!));
            var corrections = statement.Entries.Select(entry => entry.Corrects).Concat(statement.Rejected.Select(line => line.Corrects));
            foreach (var corrects in corrections.OfType<BankCorrection>()) ids.UnionWith(IdsOf(corrects).Select(id => (account, id)));
        }

        return new BankCorrections(ids.Count == 0 ? [] : await ReadAsync(session, [.. ids], cancellationToken));
    }

    /// <summary>The entry that is corrected. Null where the ledger has none, or has the correction already as a row of its own.</summary>
    /// <param name="own">The bank's id of the correction itself.</param>
    public CorrectedEntry? Of(BankCorrection corrects, string? own, Guid account)
    {
        if (!corrects.IsDeletion && own is not null && own != corrects.BankId && _known.Contains((account, own))) return null;
        return IdsOf(corrects).SelectMany(id => _known[(account, id)]).FirstOrDefault(entry => corrects.IsDeletion || !entry.IsDeleted);
    }

    private static IEnumerable<string> IdsOf(BankCorrection corrects) => corrects.Former.Prepend(corrects.BankId);

    private static Task<IReadOnlyList<CorrectedEntry>> ReadAsync(
        IDocumentSession session, IReadOnlyList<(Guid AccountId, string BankId)> ids, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        Guid[] accounts = [.. ids.Select(id => id.AccountId)];
        string[] bankIds = [.. ids.Select(id => id.BankId)];
        return session.Sql(
            $"""
             with wanted as materialized (select * from unnest({accounts}, {bankIds}) as wanted (account_id, bank_id)), known as (
               select wanted.*, found.* from wanted cross join lateral (
                 select id, data, deleted_at from {TransactionsTables.Transactions:raw}
                 where tenant_id = {tenant} and bank_account_id = wanted.account_id and data->>'bankId' = wanted.bank_id offset 0) found
               union all
               select wanted.*, found.id, found.data, found.deleted_at from wanted cross join lateral (
                 select id, data, deleted_at, tenant_id from {TransactionsTables.Transactions:raw}
                 where data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', wanted.account_id, 'bankId', wanted.bank_id))
                 offset 0) found
               where found.tenant_id = {tenant})
             select distinct on (account_id, bank_id, id) id, account_id, bank_id, data, deleted_at is not null from known
             """)
            .ListAsync(Read, cancellationToken);
    }

    private static CorrectedEntry Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2),
        JsonSerializer.Deserialize<ToldEntry>(row.GetFieldValue<byte[]>(3), StoredJson.Options)!, row.GetBoolean(4));
}
