using System.Text.Json.Serialization;

namespace MyBudget.Features.Budgets;

/// <summary>The budgets by name, and what is needed to tell what counts in them. Not changed once made.</summary>
internal sealed record KnownBudgets(IReadOnlyList<Budget> Budgets, SpendingReference Spending);

/// <summary>Knows a ledger's budgets from before, or reads them. Whoever uses them makes sure that they are of the structure that it finds.</summary>
internal sealed class BudgetReference(LedgerReader ledger, LedgerReference reference)
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task<Known<KnownBudgets>> LatestAsync(Func<Sql, SqlCall> run, CancellationToken cancellationToken) =>
        reference.Latest<KnownBudgets>(ledger.LedgerId) ?? await ReadAsync(run, cancellationToken);

    public async Task<Known<KnownBudgets>> ReadAsync(Func<Sql, SqlCall> run, CancellationToken cancellationToken)
    {
        (long Structure, Guid Incarnation)? head = null;
        var budgets = new List<Budget>();
        var accounts = new Dictionary<Guid, AccountFacts>();
        var categories = new Dictionary<Guid, CategoryKind>();
        await foreach (var row in run(
            $"""
             select h.structure, h.incarnation, e.kind, e.data from {EventTables.Heads:raw} h
             left join (
               select 0 as kind, id, data from {BudgetsTables.Budgets:raw} where tenant_id = {ledger.Tenant}
               union all select 1, id, data from {AccountsTables.Accounts:raw} where tenant_id = {ledger.Tenant}
               union all select 2, id, data from {CategoriesTables.Categories:raw} where tenant_id = {ledger.Tenant}) e on true
             where h.ledger_id = {ledger.LedgerId} order by e.kind, e.data->>'name' collate "und-x-icu", e.id
             """).RowsAsync(cancellationToken))
        {
            head ??= (row.GetInt64(0), row.GetGuid(1));
            if (row.IsDBNull(2)) continue;
            var data = row.GetFieldValue<byte[]>(3);
            if (row.GetInt32(2) == 0) budgets.Add(Read<Budget>(data));
            else if (row.GetInt32(2) == 1) accounts[Read<AccountFacts>(data).Id] = Read<AccountFacts>(data);
            else categories[Read<CategoryFacts>(data).Id] = Read<CategoryFacts>(data).Kind;
        }

        var (structure, incarnation) = head ?? throw new LedgerGoneException();
        var rules = budgets.ToDictionary(budget => budget.Id, budget => SpendingRule.Of(budget.Id, budget.ToDetails()));
        var known = new Known<KnownBudgets>(structure, incarnation, new KnownBudgets(budgets, new SpendingReference(rules, accounts, categories)));
        reference.Keep(ledger.LedgerId, known);
        return known;
    }

    private static T Read<T>(byte[] data) => JsonSerializer.Deserialize<T>(data, Stored)!;
}
