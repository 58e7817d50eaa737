using System.Net;
using System.Text.Json;
using static MyBudget.IntegrationTests.Features.Sync.Pushes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>One request does both directions, and what an outcome shows is what the feed has.</summary>
public sealed class PushAndPullTests(AppFixture app)
{
    [Fact]
    public async Task changes_since_a_cursor_come_with_the_outcomes()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var cursor = (await ledger.GetAsync("changes")).Body.GetProperty("cursor").GetString();
        await ledger.PatchAsync($"accounts/{bank}", new { name = "Theirs" });
        var entry = Id();
        var record = Op("transaction.record", entry, new { accountId = bank, date = "2026-01-15", amount = -5 });

        var answer = (await ledger.PostAsync("sync", new { since = cursor, operations = new[] { record } })).ShouldBe(HttpStatusCode.OK).Body;

        answer.GetProperty("outcomes")[0].Status().ShouldBe("applied");
        var changes = answer.GetProperty("changes");
        changes.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([bank, entry]);
        (await ledger.GetAsync($"changes?since={cursor}")).Body.GetRawText().ShouldBe(changes.GetRawText());
        (await ledger.PostAsync("sync", new { operations = new[] { record } })).Body.TryGetProperty("changes", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task a_cursor_that_is_gone_stops_the_operations()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var cursor = (await ledger.GetAsync("changes")).Body.GetProperty("cursor").GetString()!;
        var operations = new[] { Op("transaction.record", Id(), new { accountId = bank, date = "2026-01-15", amount = -5 }) };

        (await ledger.PostAsync("sync", new { since = "?", operations })).ShouldBlame("since", "cursor");
        (await ledger.PostAsync("sync", new { since = $"{cursor}9", operations })).ShouldBeProblem(HttpStatusCode.Gone, "sync.cursor-gone");
        var other = (await (await app.CreateLedgerAsync()).GetAsync("changes")).Body.GetProperty("cursor").GetString();
        (await ledger.PostAsync("sync", new { since = other, operations })).ShouldBeProblem(HttpStatusCode.Gone, "sync.cursor-gone");

        (await ledger.BalanceAsync(bank)).ShouldBe(0);
    }

    [Fact]
    public async Task an_outcome_shows_what_the_feed_has()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Food"));
        var entry = (await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -5 })).GetProperty("id").GetGuid();
        var budget = (await ledger.PostAsync("budgets", new { name = "Food", amount = 400, currency = "EUR", period = "month", startsOn = "2026-01-01" })).Id;
        await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = "2026-01-31", balance = -5 });
        await ledger.PatchAsync($"transactions/{entry}", new { status = "cleared" });
        var targets = new (string Kind, Guid Id, string Path, object Theirs, object Mine)[]
        {
            ("ledger", ledger.LedgerId, ledger.Path, new { name = "Theirs" }, new { largeTransactionFrom = 500 }),
            ("account", bank, $"accounts/{bank}", new { name = "Theirs" }, new { note = "mine" }),
            ("category", food, $"categories/{food}", new { name = "Theirs" }, new { icon = "x" }),
            ("transaction", entry, $"transactions/{entry}", new { payee = "Theirs" }, new { note = "mine" }),
            ("budget", budget, $"budgets/{budget}", new { name = "Theirs" }, new { icon = "x" }),
        };

        foreach (var (kind, id, path, theirs, mine) in targets)
        {
            var seen = (await ledger.GetAsync(path)).Body.GetProperty("version").GetInt32();
            (await ledger.PatchAsync(path, theirs)).ShouldBe(HttpStatusCode.OK);
            var merged = (await ledger.PushAsync(Op($"{kind}.revise", id, mine, seen)))[0];
            merged.Status().ShouldBe("merged", merged.GetRawText());
            ShouldBeSame(merged.GetProperty("data"), await FeedAsync(ledger, id));
            var conflict = (await ledger.PushAsync(Op($"{kind}.revise", id, Both(theirs), seen)))[0];
            conflict.Status().ShouldBe("conflict", conflict.GetRawText());
            ShouldBeSame(conflict.GetProperty("data"), await FeedAsync(ledger, id));
        }

        static object Both(object theirs) => JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(theirs))!
            .ToDictionary(member => member.Key, _ => "Mine");

        static void ShouldBeSame(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other).ShouldBeTrue($"{one}\n{other}");
    }

    private static async Task<JsonElement> FeedAsync(LedgerClient ledger, Guid id) => (await ledger.GetAsync("changes?limit=1000")).Items
        .Single(item => item.GetProperty("id").GetGuid() == id).GetProperty("data");
}
