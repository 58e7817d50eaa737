using System.Data.Common;

namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Reads all of them by one statement.</summary>
internal static class KnownEntries
{
    /// <summary>How far the dates of a row and of what a person entered may be apart.</summary>
    public const int Days = 5;

    private const int IdsAtOnce = 5_000;

    /// <summary>What a user deleted still answers by the rows of imports that stand. What is part of another answers by that one.</summary>
    private const string StillTold = "(deleted_at is null or data->>'joinedInto' is null)";

    private const string NotToldOfAccount =
        "not coalesce(data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', account_id)), false)";

    // One that was reconciled by a former release was at least there on its own day.
    private const string SettledOn =
        "case when data->>'status' = 'reconciled' then coalesce((data->>'reconciledOn')::date, date) end";

    private const string Pending = $"deleted_at is null and {StoredSides.Status} = 'pending'";

    private const string RecordSide =
        "cross join lateral (select bank_account_id as account_id, (data->'bankRecord'->>'amount')::bigint as amount) side";

    private const string RowSide =
        """
        cross join lateral jsonb_array_elements(data->'bankRows') with ordinality rows (told, nth)
        cross join lateral (select (told->>'accountId')::uuid as account_id, (told->>'amount')::bigint as amount) side
        cross join lateral (
          select greatest(count(*), 1)::int as parts from jsonb_array_elements(data->'splits') equals (part)
          where part->'transfer'->'accountId' = told->'accountId' and part->'transfer'->'amount' = told->'amount') equal
        """;
    private const string PartOfRow = "case when parts > 1 then nth else 0 end, parts";

    /// <summary>
    /// Looks each amount up around the days on which the file has it, and each id of the bank whatever its day, so that it costs the same
    /// however much the account holds.
    /// </summary>
    public static async Task<IReadOnlyList<KnownEntry>> ReadAsync(
        IDocumentSession session, IReadOnlyList<AmountSpan> spans, IEnumerable<(Guid AccountId, string BankId)> ids, CancellationToken cancellationToken)
    {
        if (spans.Count == 0) return [];
        var known = await BySpanAsync(session, spans, cancellationToken);
        // Of a large file there are too many to be held at once.
        foreach (var some in ids.Chunk(IdsAtOnce)) known = [.. known.Union(await ByIdAsync(session, some, cancellationToken))];
        return known;
    }

    private static Task<IReadOnlyList<KnownEntry>> BySpanAsync(IDocumentSession session, IReadOnlyList<AmountSpan> spans, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        Guid[] accounts = [.. spans.Select(span => span.AccountId)];
        long[] amounts = [.. spans.Select(span => span.Amount)];
        DateOnly[] firsts = [.. spans.Select(span => span.First)];
        DateOnly[] lasts = [.. spans.Select(span => span.Last)];
        // "offset 0" keeps PostgreSQL from reading all of the ledger once instead of the indexes once for each span. Rows of banks are looked up
        // without the ledger, which their accounts tell: it would take the ledger's index and read all of it for each.
        return session.Sql(
            $"""
             with span as materialized (
               select * from unnest({accounts}, {amounts}, {firsts}, {lasts}) as span (account_id, amount, first, last))
             select known.* from span cross join lateral (
               select id, bank_account_id, bank_date, span.amount, bank_payee, data->>'bankId', true, {Pending:raw}, deleted_at is not null, null::date, 0::bigint, 1, false, null::uuid
               from {TransactionsTables.Transactions:raw} entry {RecordSide:raw}
               where tenant_id = {tenant} and bank_account_id = span.account_id
                 and (data->'bankRecord'->>'amount')::bigint = span.amount and bank_date between span.first and span.last
                 and {StillTold:raw}
               offset 0) known
             union all
             select id, span.account_id, (told->>'date')::date, span.amount, told->>'payee', told->>'bankId', true, {Pending:raw},
               deleted_at is not null, null, {PartOfRow:raw}, false, null
             from span cross join lateral (
               select * from {TransactionsTables.Transactions:raw}
               where data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', span.account_id, 'amount', span.amount))
               offset 0) entry {RowSide:raw}
             where tenant_id = {tenant} and side.account_id = span.account_id and side.amount = span.amount
               and (told->>'date')::date between span.first and span.last and {StillTold:raw}
             union all
             select known.* from span cross join lateral (
               select id, account_id, date, span.amount, data->>'payee', null, false, false, false, {SettledOn:raw}, 0::bigint, 1, false, transfer_account_id
               from {TransactionsTables.Transactions:raw}
               where tenant_id = {tenant} and deleted_at is null and account_id = span.account_id
                 and (data->>'amount')::bigint = span.amount and date between span.first and span.last
                 and bank_account_id is distinct from account_id and {NotToldOfAccount:raw}
               offset 0) known
             union all
             select id, span.account_id, day, span.amount, payee, null, false, false, false, settled, part, parts, true, own_id
             from span join ({OtherSides.Untold(tenant, [.. spans.Select(span => span.AccountId).Distinct()], spans.Min(span => span.First), spans.Max(span => span.Last))}) side
               on side.account_id = span.account_id and side.amount = span.amount and day between span.first and span.last
             """)
            .ListAsync(Read, cancellationToken);
    }

    private static Task<IReadOnlyList<KnownEntry>> ByIdAsync(
        IDocumentSession session, IReadOnlyList<(Guid AccountId, string BankId)> ids, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        Guid[] accounts = [.. ids.Select(id => id.AccountId)];
        string[] bankIds = [.. ids.Select(id => id.BankId)];
        return session.Sql(
            $"""
             with wanted as materialized (select * from unnest({accounts}, {bankIds}) as wanted (account_id, bank_id))
             select known.* from wanted cross join lateral (
               select id, bank_account_id, bank_date, (data->'bankRecord'->>'amount')::bigint, bank_payee, data->>'bankId', true, {Pending:raw},
                 deleted_at is not null, null::date, 0::bigint, 1, false, null::uuid
               from {TransactionsTables.Transactions:raw} entry {RecordSide:raw}
               where tenant_id = {tenant} and bank_account_id = wanted.account_id and data->>'bankId' = wanted.bank_id and {StillTold:raw}
               offset 0) known
             union all
             select id, wanted.account_id, (told->>'date')::date, (told->>'amount')::bigint, told->>'payee', told->>'bankId', true, {Pending:raw},
               deleted_at is not null, null, {PartOfRow:raw}, false, null
             from wanted cross join lateral (
               select * from {TransactionsTables.Transactions:raw}
               where data->'bankRows' @> jsonb_build_array(jsonb_build_object('accountId', wanted.account_id, 'bankId', wanted.bank_id))
               offset 0) entry {RowSide:raw}
             where tenant_id = {tenant} and side.account_id = wanted.account_id and told->>'bankId' = wanted.bank_id and {StillTold:raw}
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
             select place.* from {TransactionsTables.Transactions:raw} cross join lateral (
               values (bank_account_id, (data->'bankRecord'->>'amount')::bigint, bank_date), (account_id, (data->>'amount')::bigint, date),
                 (transfer_account_id, (data->'transfer'->>'amount')::bigint, coalesce((data->'transfer'->>'date')::date, date))
               union all
               select (part->'transfer'->>'accountId')::uuid, (part->'transfer'->>'amount')::bigint, coalesce((part->'transfer'->>'date')::date, date)
               from jsonb_array_elements(data->'splits') parts (part)
               union all
               select (told->>'accountId')::uuid, (told->>'amount')::bigint, (told->>'date')::date
               from jsonb_array_elements(data->'bankRows') rows (told)) as place (account_id, amount, date)
             where tenant_id = {tenant} and id = any ({ids}) and place.account_id is not null
             """)
            .ListAsync(row => (row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateOnly>(2)), cancellationToken);
    }

    private static KnownEntry Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetString(5), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8),
        row.GetFieldValue<DateOnly?>(9), row.GetInt64(10), row.GetInt32(11), row.GetBoolean(12), row.GetFieldValue<Guid?>(13));
}
