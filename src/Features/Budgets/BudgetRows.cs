namespace MyBudget.Features.Budgets;

/// <summary>Budgets as clients see them, with the amounts that are in force on a day: the caller's, if none is named.</summary>
internal sealed class BudgetRows(LedgerReader ledger, LedgerScope scope, TimeProvider time)
{
    public async Task<Budget?> FindAsync(Guid id, DateOnly? on, CancellationToken cancellationToken) =>
        (await ReadAsync(ledger.Sql($"{All(ledger.Tenant)} and b.id = {id}"), on, cancellationToken)).SingleOrDefault();

    /// <summary>For a write's answer, on the connection that the write holds already.</summary>
    public async Task<Budget?> FindAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(session.Sql($"{All(session.TenantId)} and b.id = {id}"), on: null, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Budget>> ListAsync(DateOnly? on, CancellationToken cancellationToken) => ReadAsync(
        ledger.Sql($"{All(ledger.Tenant)} order by b.data->>'name' collate \"und-x-icu\", b.id"), on, cancellationToken);

    /// <summary>As clients hold them: with the whole plan, and without what is in force on some day.</summary>
    public static Sql Living(Guid ledgerId) =>
        $"""
         select id, (data->>'version')::bigint as version, jsonb_build_object('every', 1) || (data - 'amount') as data
         from {BudgetsTables.Budgets:raw} where tenant_id = {LedgerScope.TenantOf(ledgerId)}
         """;

    /// <summary>Which day it is for the caller; a statement of its own.</summary>
    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) => UserProfile.DayIn(
        await ledger.Sql($"select ({Zone()})").ScalarAsync<string>(cancellationToken), time.GetUtcNow());

    private Task<IReadOnlyList<Budget>> ReadAsync(SqlCall call, DateOnly? on, CancellationToken cancellationToken) => call.ListAsync(
        row =>
        {
            var budget = JsonSerializer.Deserialize<Budget>(row.GetFieldValue<byte[]>(0), StoredJson.Options)!;
            var day = on ?? UserProfile.DayIn(row.IsDBNull(1) ? null : row.GetString(1), time.GetUtcNow());
            return budget with { Amount = budget.AmountOn(day) };
        }, cancellationToken);

    private Sql All(string tenant) => $"select b.data, ({Zone()}) from {BudgetsTables.Budgets:raw} b where b.tenant_id = {tenant}";

    private Sql Zone() => $"select data->>'timeZone' from {IdentityTables.Profiles:raw} where id = {scope.UserId}";
}
