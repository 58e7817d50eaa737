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
}
