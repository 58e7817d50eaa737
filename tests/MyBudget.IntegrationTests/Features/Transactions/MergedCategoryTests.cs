using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class MergedCategoryTests(AppFixture app)
{
    [Fact]
    public async Task entries_and_splits_follow_in_one_write_and_their_history_tells_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (from, into) = (await ledger.CreateCategoryAsync("From"), await ledger.CreateCategoryAsync("Into"));
        var plain = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -3, categoryId = from, status = "reconciled" });
        var split = await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -6,
            splits = new object[] { new { amount = -1, categoryId = from }, new { amount = -2, categoryId = into }, new { amount = -3, categoryId = from, note = "b" } },
        });
        var other = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -9 });
        var revision = await ledger.RevisionAsync();

        (await ledger.PostAsync($"categories/{from}/merger", new { into })).ShouldBe(HttpStatusCode.OK);

        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.GetAsync($"transactions?categoryId={from}")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"transactions?categoryId={into}")).Items.Length.ShouldBe(2);
        (await ledger.GetAsync($"transactions/{other.GetProperty("id")}")).ETag.ShouldBe("\"1\"");
        var followed = await ledger.GetAsync($"transactions/{split.GetProperty("id")}");
        followed.ETag.ShouldBe("\"2\"");
        followed.Body.GetProperty("splits").EnumerateArray().Select(part => part.GetProperty("categoryId").GetGuid()).ShouldBe([into, into, into]);
        followed.Body.GetProperty("splits")[2].GetProperty("note").GetString().ShouldBe("b");
        (await ledger.BalanceAsync(bank)).ShouldBe(-18);

        var history = (await ledger.GetAsync($"transactions/{plain.GetProperty("id")}/history")).Items;
        history.Select(item => item.GetProperty("kind").GetString()).ShouldBe(["revised", "recorded"]);
        history[0].GetProperty("was").GetProperty("categoryId").GetGuid().ShouldBe(from);
        history[0].GetProperty("now").GetProperty("categoryId").GetGuid().ShouldBe(into);
        (await ledger.PatchAsync($"transactions/{split.GetProperty("id")}", new { note = "still mine" }, ("If-Match", "\"2\""))).ShouldBe(HttpStatusCode.OK);
        (await ledger.PostAsync("transactions", new { accountId = bank, date = "2026-02-28", amount = -3, categoryId = from }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-category");
    }

    [Fact]
    public async Task an_entry_restored_later_follows_too_however_often_its_category_was_merged()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (first, second, third) = (
            await ledger.CreateCategoryAsync("First"), await ledger.CreateCategoryAsync("Second"), await ledger.CreateCategoryAsync("Third"));
        var plain = await DeletedAsync(new { accountId = bank, date = "2026-02-28", amount = -3, categoryId = first });
        var split = await DeletedAsync(new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -3,
            splits = new object[] { new { amount = -1, categoryId = second }, new { amount = -2 } },
        });
        await ledger.PostAsync($"categories/{first}/merger", new { into = second });
        await ledger.PostAsync($"categories/{second}/merger", new { into = third });

        (await RestoredAsync(plain)).GetProperty("categoryId").GetGuid().ShouldBe(third);
        (await RestoredAsync(split)).GetProperty("splits")[0].GetProperty("categoryId").GetGuid().ShouldBe(third);

        async Task<JsonElement> DeletedAsync(object entry)
        {
            var id = (await ledger.RecordAsync(entry)).GetProperty("id");
            (await ledger.DeleteAsync($"transactions/{id}")).ShouldBe(HttpStatusCode.NoContent);
            return id;
        }

        async Task<JsonElement> RestoredAsync(JsonElement id) =>
            (await ledger.PostAsync($"transactions/{id}/restoration")).ShouldBe(HttpStatusCode.OK).Body;
    }
}
