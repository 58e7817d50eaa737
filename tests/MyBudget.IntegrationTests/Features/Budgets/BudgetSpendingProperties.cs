using System.Net;
using System.Text.Json;
using CsCheck;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetSpendingProperties(AppFixture app)
{
    private static readonly Gen<BudgetHousehold.Step[]> Steps = Gen.Select(
        Gen.Int[0, 13], Gen.Int[0, 1_000], Gen.Int[0, 1_000], Gen.Int[-60, 400], Gen.Long[-5_000, 5_000],
        (kind, pick, other, day, amount) => new BudgetHousehold.Step(kind, pick, other, day, amount)).Array[10, 60];

    [Fact]
    public Task what_is_kept_per_budget_and_period_is_what_the_entries_add_up_to() => Steps.SampleAsync(
        async steps =>
        {
            var household = await BudgetHousehold.MoveInAsync(await app.CreateLedgerAsync());
            foreach (var step in steps) await household.TakeAsync(step);

            var kept = await household.KeptAsync(app.ConnectionString);
            kept.ShouldBe(await household.RecountedAsync(), ignoreOrder: true);
        },
        iter: 12, threads: 1);

    [Fact]
    public Task what_is_listed_for_a_period_adds_up_to_what_it_spent() => Steps.SampleAsync(
        async steps =>
        {
            var ledger = await app.CreateLedgerAsync();
            var household = await BudgetHousehold.MoveInAsync(ledger);
            foreach (var step in steps) await household.TakeAsync(step);

            var statuses = (await ledger.GetAsync("budgets/status?from=2025-12-01&to=2026-12-31")).Items;
            foreach (var status in statuses.Where((_, i) => i % 7 == 0))
            {
                var listed = await ListedAsync(ledger, $"budgets/{status.GetProperty("budgetId")}/entries?limit=7&period={status.GetProperty("periodStart")}");
                listed.Sum(entry => entry.GetProperty("spent").GetInt64()).ShouldBe(status.GetProperty("spent").GetInt64());
                listed.Where(entry => entry.GetProperty("unconverted").ValueKind is JsonValueKind.Number).Sum(entry => entry.GetProperty("unconverted").GetInt64())
                    .ShouldBe(status.GetProperty("unconverted").EnumerateObject().Sum(sum => sum.Value.GetInt64()));
                listed.Select(entry => entry.GetProperty("transactionId").GetGuid()).ShouldBeUnique();
            }
        },
        iter: 8, threads: 1);

    private static async Task<List<JsonElement>> ListedAsync(LedgerClient ledger, string path)
    {
        var listed = new List<JsonElement>();
        for (var (next, cursor) = (path, default(string)); ; next = $"{path}&cursor={cursor}")
        {
            var page = (await ledger.GetAsync(next)).ShouldBe(HttpStatusCode.OK);
            listed.AddRange(page.Items);
            cursor = page.Body.GetProperty("nextCursor").GetString();
            if (cursor is null) return listed;
        }
    }
}
