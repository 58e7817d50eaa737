using System.Data.Common;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>One side of a transaction that a row of the file might be.</summary>
/// <param name="AccountId">The account on this side.</param>
/// <param name="Date">As the bank's file had it, for what was imported into this account; else as it is.</param>
/// <param name="Amount">Likewise.</param>
/// <param name="Payee">Likewise.</param>
/// <param name="BankId">The bank's id, for what was imported into this account.</param>
/// <param name="FromBank">Imported into this account, so that a later file tells the same of it.</param>
/// <param name="Pending">Imported before it was booked: then date and payee may still change.</param>
/// <param name="Deleted">Imported, and deleted by a user.</param>
internal sealed record KnownEntry(
    Guid Id, Guid AccountId, DateOnly Date, long Amount, string? Payee, string? BankId, bool FromBank, bool Pending, bool Deleted)
{
    /// <summary>A row has been matched with it.</summary>
    public bool IsTaken { get; set; }
}

/// <summary>Reads all of them by one statement.</summary>
internal static class KnownEntries
{
    /// <summary>How far the dates of a row and of what a person entered may be apart.</summary>
    public const int Days = 5;

    /// <summary>Looks each amount up around the days on which the file has it, so that it costs the same however much the account holds.</summary>
    public static Task<IReadOnlyList<KnownEntry>> ReadAsync(
        IDocumentSession session, IReadOnlyList<AmountSpan> spans, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        Guid[] accounts = [.. spans.Select(span => span.AccountId)];
        long[] amounts = [.. spans.Select(span => span.Amount)];
        DateOnly[] firsts = [.. spans.Select(span => span.First)];
        DateOnly[] lasts = [.. spans.Select(span => span.Last)];
        // "offset 0" keeps PostgreSQL from reading all of the ledger once instead of the indexes once for each span.
        return session.Sql(
            $"""
             with span as materialized (
               select * from unnest({accounts}, {amounts}, {firsts}, {lasts}) as span (account_id, amount, first, last))
             select known.* from span cross join lateral (
               select id, bank_account_id, bank_date, span.amount, bank_payee, data->>'bankId', true,
                 deleted_at is null and data->>'status' = 'pending', deleted_at is not null
               from {TransactionsTables.Transactions:raw} entry
               where tenant_id = {tenant} and bank_account_id = span.account_id
                 and (data->'bankRecord'->>'amount')::bigint = span.amount and bank_date between span.first and span.last
                 and (deleted_at is null or not exists (
                   select from {ImportsTables.Imports:raw} import
                   where import.tenant_id = {tenant} and import.id = (entry.data->>'importId')::uuid
                     and import.data->>'undoneAt' is not null))
               offset 0) known
             union all
             select known.* from span cross join lateral (
               select id, account_id, date, span.amount, data->>'payee', null, false, false, false
               from {TransactionsTables.Transactions:raw}
               where tenant_id = {tenant} and deleted_at is null and account_id = span.account_id
                 and (data->>'amount')::bigint = span.amount and date between span.first and span.last
                 and bank_account_id is distinct from account_id
               offset 0) known
             union all
             select id, transfer_account_id, date, span.amount, data->>'payee', null, false, false, false
             from span join {TransactionsTables.Transactions:raw} entry
               on transfer_account_id = span.account_id and (data->'transfer'->>'amount')::bigint = span.amount
               and date between span.first and span.last
             where tenant_id = {tenant} and deleted_at is null and transfer_account_id = any ({accounts.Distinct().ToArray()})
               and date between {spans.Min(span => span.First)} and {spans.Max(span => span.Last)}
               and bank_account_id is distinct from transfer_account_id
             """)
            .ListAsync(Read, cancellationToken);
    }

    /// <summary>Where these transactions are looked up, whatever is known of them.</summary>
    public static Task<IReadOnlyList<(Guid AccountId, long Amount, DateOnly Date)>> PlacesAsync(
        IDocumentSession session, Guid[] ids, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        return session.Sql(
            $"""
             select place.* from {TransactionsTables.Transactions:raw} cross join lateral (values
               (bank_account_id, (data->'bankRecord'->>'amount')::bigint, bank_date), (account_id, (data->>'amount')::bigint, date),
               (transfer_account_id, (data->'transfer'->>'amount')::bigint, date)) as place (account_id, amount, date)
             where tenant_id = {tenant} and id = any ({ids}) and place.account_id is not null
             """)
            .ListAsync(row => (row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateOnly>(2)), cancellationToken);
    }

    private static KnownEntry Read(DbDataReader row)
    {
        return new KnownEntry(
            row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), Text(4), Text(5),
            row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8));

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
