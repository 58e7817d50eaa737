using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Categories;

public sealed class CategoryInUseTests(AppFixture app)
{
    [Fact]
    public async Task one_with_entries_is_not_deleted()
    {
        var ledger = await app.CreateLedgerAsync();
        var (account, tea) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"));
        var entry = await ledger.RecordAsync(new { accountId = account, date = "2026-11-01", amount = -250, categoryId = tea });

        (await ledger.DeleteAsync($"categories/{tea}")).ShouldBeProblem(HttpStatusCode.Conflict, "categories.in-use");
        (await ledger.DeleteAsync($"transactions/{Id(entry)}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.DeleteAsync($"categories/{tea}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task one_that_only_a_split_names_is_not_deleted()
    {
        var ledger = await app.CreateLedgerAsync();
        var (account, tea) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"));
        object[] splits = [new { amount = -200, categoryId = tea }, new { amount = -50 }];
        await ledger.RecordAsync(new { accountId = account, date = "2026-11-01", amount = -250, splits });

        (await ledger.DeleteAsync($"categories/{tea}")).ShouldBeProblem(HttpStatusCode.Conflict, "categories.in-use");
    }

    [Fact]
    public async Task one_that_is_merged_leaves_its_entries_to_the_other_in_one_write()
    {
        var ledger = await app.CreateLedgerAsync();
        var (account, tea, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Food"));
        var drinks = await ledger.PostAsync("categories", new { name = "Drinks", group = "Tests", kind = "expense" });
        object[] splits = [new { amount = -200, categoryId = tea }, new { amount = -50, categoryId = food }];
        var whole = await ledger.RecordAsync(
            new { accountId = account, date = "2026-11-01", amount = -250, categoryId = tea, status = "reconciled" });
        var split = await ledger.RecordAsync(new { accountId = account, date = "2026-11-02", amount = -250, splits });
        var other = await ledger.RecordAsync(new { accountId = account, date = "2026-11-03", amount = -250, categoryId = food });
        var (revision, balance) = (await ledger.RevisionAsync(), await ledger.BalanceAsync(account));

        var merged = await ledger.PostAsync($"categories/{tea}/merger", new { into = drinks.Id });

        merged.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(drinks.Text);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.BalanceAsync(account)).ShouldBe(balance);
        (await ledger.GetAsync($"categories/{tea}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        Category(await ReadAsync(ledger, whole)).ShouldBe(drinks.Id);
        (await ReadAsync(ledger, split)).GetProperty("splits").EnumerateArray().Select(Category).ShouldBe([drinks.Id, food]);
        JsonElement.DeepEquals(await ReadAsync(ledger, other), other).ShouldBeTrue();
        (await ledger.DeleteAsync($"categories/{drinks.Id}")).ShouldBeProblem(HttpStatusCode.Conflict, "categories.in-use");
    }

    [Fact]
    public async Task an_archived_category_keeps_its_entries()
    {
        var ledger = await app.CreateLedgerAsync();
        var (account, tea) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Tea"));
        var entry = await ledger.RecordAsync(new { accountId = account, date = "2026-11-01", amount = -250, categoryId = tea });

        (await ledger.PatchAsync($"categories/{tea}", new { archived = true })).ShouldBe(HttpStatusCode.OK);

        Category(await ReadAsync(ledger, entry)).ShouldBe(tea);
        (await ledger.DeleteAsync($"categories/{tea}")).ShouldBeProblem(HttpStatusCode.Conflict, "categories.in-use");
    }

    private static async Task<JsonElement> ReadAsync(LedgerClient ledger, JsonElement entry) =>
        (await ledger.GetAsync($"transactions/{Id(entry)}")).ShouldBe(HttpStatusCode.OK).Body;

    private static Guid Id(JsonElement entity) => entity.GetProperty("id").GetGuid();

    private static Guid Category(JsonElement entry) => entry.GetProperty("categoryId").GetGuid();
}
