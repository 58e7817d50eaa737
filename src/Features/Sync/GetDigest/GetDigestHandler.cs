using System.Data.Common;

namespace MyBudget.Features.Sync.GetDigest;

internal sealed record GetDigest : IQuery<JsonText>;

internal sealed class GetDigestHandler(LedgerReader ledger, SyncedKinds kinds) : IRequestHandler<GetDigest, JsonText>
{
    public async Task<JsonText> Handle(GetDigest request, CancellationToken cancellationToken)
    {
        var (digest, isCounted) = await ledger.Sql(Statement()).FirstOrDefaultAsync(Read, cancellationToken);
        if (digest is null) throw new LedgerGoneException();
        // Where a former release wrote last, the table of days has to be reckoned first, and reading begins anew.
        return isCounted ? digest : (await ledger.Sql($"{Days()} {Statement()}").FirstOrDefaultAsync(Read, cancellationToken)).Digest
            ?? throw new LedgerGoneException();
    }

    private static (JsonText? Digest, bool IsCounted) Read(DbDataReader row)
    {
        var cursor = new SyncCursor(row.GetGuid(0), row.GetInt64(1));
        var json = $"{{\"cursor\":\"{cursor}\",\"kinds\":{row.GetString(3)},\"accounts\":{row.GetString(4)}}}";
        return (new JsonText(Encoding.UTF8.GetBytes(json)), row.GetBoolean(2));
    }

    private Sql Statement() =>
        $"""
         select h.incarnation, h.revision, h.counted is not distinct from h.revision as is_counted,
           (select coalesce(jsonb_object_agg(kind, jsonb_build_object('count', count, 'hash', hash)), jsonb_build_object())::text
            from ({Kinds()}) digest where count > 0) as kinds,
           (select coalesce(jsonb_agg(jsonb_build_object(
                'id', account_id, 'balance', balance, 'clearedBalance', cleared, 'entries', entries) order by account_id), jsonb_build_array())::text
            from ({AccountFigures.All:raw}) figures where tenant_id = {ledger.Tenant} and ledger_id = {ledger.LedgerId}) as accounts
         from {EventTables.Heads:raw} h where h.ledger_id = {ledger.LedgerId}
         """;

    private Sql Kinds()
    {
        var digests = (Sql)$"";
        foreach (var kind in kinds.All)
        {
            if (!digests.IsEmpty) digests.Append($" union all ");
            digests.Append(
                $"""
                 select {kind.Kind} as kind, count(*) as count, lpad(to_hex(bit_xor(('x' || encode(substring(
                   sha256(convert_to(concat({kind.Kind}, ':', id, ':', version), 'UTF8')) from 1 for 8), 'hex'))::bit(64)::bigint)), 16, '0') as hash
                 from ({kind.Living(ledger.LedgerId)}) living
                 """);
        }

        return digests;
    }

    /// <summary>Begins a statement that finds the table of days as it should be, whoever wrote last.</summary>
    private Sql Days() =>
        $"""
         with {AccountDays.Table:raw} as materialized (
           select {ledger.LedgerId} as ledger_id, day.* from ({AccountDays.Recount:raw}) day where tenant_id = {ledger.Tenant})
         """;
}
