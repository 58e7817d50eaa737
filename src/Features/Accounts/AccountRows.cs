using System.Data.Common;

namespace MyBudget.Features.Accounts;

/// <summary>Accounts with their balances as the JSON that clients see.</summary>
internal sealed class AccountRows(LedgerReader ledger)
{
    public Task<JsonText?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        ledger.Sql(One(ledger.LedgerId, id)).JsonAsync(Tag, cancellationToken);

    /// <summary>For a write's answer, on the connection that the write holds already.</summary>
    public static Task<JsonText?> FindAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken) =>
        session.Sql(One(Guid.Parse(session.TenantId), id)).JsonAsync(Tag, cancellationToken);

    public Task<JsonText> ListAsync(CancellationToken cancellationToken) => ledger.Sql(InOrder(ledger.LedgerId)).JsonListAsync(cancellationToken);

    /// <summary>The list on a write's own connection.</summary>
    public static Task<JsonText> ListAsync(IDocumentSession session, CancellationToken cancellationToken) =>
        session.Sql(InOrder(Guid.Parse(session.TenantId))).JsonListAsync(cancellationToken);

    private static Sql One(Guid ledgerId, Guid id) => $"{All(ledgerId)} and a.id = {id}";

    private static Sql InOrder(Guid ledgerId) =>
        $"""
         {All(ledgerId)} order by (a.data->>'closed')::bool, (a.data->>'position')::int nulls last, a.data->>'name' collate "und-x-icu", a.id
         """;

    private static Sql All(Guid ledgerId) =>
        $"""
         select (a.data || jsonb_build_object('balance', b.balance, 'clearedBalance', b.cleared)), (a.data->>'version')::int, b.revision
         from {AccountsTables.Accounts:raw} a
         join {AccountsTables.Balances:raw} b on b.ledger_id = {ledgerId} and b.account_id = a.id
         where a.tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    private static string Tag(DbDataReader row) => EntityTag.Of(row.GetInt32(1), row.GetInt64(2));
}
