using System.Data.Common;

namespace MyBudget.Features.Budgets;

/// <summary>Budgets as the JSON that clients see.</summary>
internal sealed class BudgetRows(LedgerReader ledger)
{
    public Task<JsonText?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        ledger.Sql(One(ledger.Tenant, id)).JsonAsync(Tag, cancellationToken);

    /// <summary>For a write's answer, on the connection that the write holds already.</summary>
    public static Task<JsonText?> FindAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken) =>
        session.Sql(One(session.TenantId, id)).JsonAsync(Tag, cancellationToken);

    public Task<JsonText> ListAsync(CancellationToken cancellationToken) => ledger.Sql(
        $"""
         select data from {BudgetsTables.Budgets:raw} where tenant_id = {ledger.Tenant}
         order by data->>'name' collate "und-x-icu", id
         """).JsonListAsync(cancellationToken);

    private static Sql One(string tenant, Guid id) =>
        $"select data, (data->>'version')::int from {BudgetsTables.Budgets:raw} where tenant_id = {tenant} and id = {id}";

    private static string Tag(DbDataReader row) => EntityTag.Of(row.GetInt32(1));
}
