using System.Net;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class FollowCategoriesTests(AppFixture app)
{
    [Fact]
    public async Task a_budget_for_a_merged_category_is_for_the_one_it_went_into()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var (tea, drinks) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"));
        var (forTea, forBoth) = (await CreateAsync(ledger, "Tea", tea), await CreateAsync(ledger, "Both", tea, drinks));
        var everything = await CreateAsync(ledger, "All");
        await ledger.RecordAsync(new { accountId = account, date = "2026-01-02", amount = -200, categoryId = tea });
        await ledger.RecordAsync(new { accountId = account, date = "2026-01-03", amount = -30, categoryId = drinks });

        (await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks })).ShouldBe(HttpStatusCode.OK);

        foreach (var budget in (Guid[])[forTea, forBoth]) (await CategoriesAsync(ledger, budget)).ShouldBe([drinks]);
        (await CategoriesAsync(ledger, everything)).ShouldBeEmpty();
        foreach (var budget in (Guid[])[forTea, forBoth, everything]) (await SpentAsync(ledger, budget)).ShouldBe(230);
    }

    [Fact]
    public async Task a_deleted_category_leaves_the_budgets_but_never_as_the_last()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var (tea, drinks) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Drinks"));
        var (forTea, forBoth) = (await CreateAsync(ledger, "Tea", tea), await CreateAsync(ledger, "Both", tea, drinks));
        await ledger.RecordAsync(new { accountId = account, date = "2026-01-03", amount = -30, categoryId = drinks });
        await ledger.RecordAsync(new { accountId = account, date = "2026-01-03", amount = -400 });

        (await ledger.DeleteAsync($"categories/{tea}")).ShouldBe(HttpStatusCode.NoContent);

        (await CategoriesAsync(ledger, forBoth)).ShouldBe([drinks]);
        (await SpentAsync(ledger, forBoth)).ShouldBe(30);
        (await CategoriesAsync(ledger, forTea)).ShouldBe([tea]);
        (await SpentAsync(ledger, forTea)).ShouldBe(0);
        (await ledger.PatchAsync($"budgets/{forTea}", new { amount = 5 })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"budgets/{forBoth}", new { categoryIds = new[] { tea } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "budgets.unknown-category");
    }

    private static async Task<Guid> CreateAsync(LedgerClient ledger, string name, params Guid[] categories) =>
        (await ledger.PostAsync("budgets", BudgetTests.Body(("name", name), ("categoryIds", categories))))
            .ShouldBe(HttpStatusCode.Created).Id;

    private static async Task<Guid[]> CategoriesAsync(LedgerClient ledger, Guid budget) =>
        [.. (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("categoryIds").EnumerateArray().Select(id => id.GetGuid())];

    private static async Task<long> SpentAsync(LedgerClient ledger, Guid budget) =>
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-01-31")).Body.GetProperty("spent").GetInt64();
}
