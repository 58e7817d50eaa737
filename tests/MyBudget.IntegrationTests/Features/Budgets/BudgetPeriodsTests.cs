using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetPeriodsTests(AppFixture app)
{
    [Fact]
    public async Task a_range_has_every_period_as_of_today_or_the_day_nearest_to_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        await ledger.RecordAsync(new { accountId = account, date = "2026-03-05", amount = -700 });
        var monthly = (await ledger.PostAsync("budgets", BudgetTests.Body(("name", "A"), ("rollover", "both"), ("startsOn", "2026-02-01")))).Id;
        await ledger.PostAsync("budgets", BudgetTests.Body(("name", "B"), ("startsOn", "2026-04-01"), ("endsOn", "2026-04-10")));

        var all = (await ledger.GetAsync("budgets/status?from=2026-01-15&to=2026-04-01&on=2026-03-05")).ShouldBe(HttpStatusCode.OK).Items;
        all.Select(status => status.GetProperty("on").GetString()).ShouldBe(["2026-02-28", "2026-03-05", "2026-04-01", "2026-04-01"]);
        foreach (var status in all)
        {
            var path = $"budgets/{status.GetProperty("budgetId")}/status?on={status.GetProperty("on")}";
            (await ledger.GetAsync(path)).Text.ShouldBe(status.GetRawText());
        }

        var one = (await ledger.GetAsync($"budgets/{monthly}/statuses?from=2026-01-15&to=2026-04-01&on=2026-03-05")).ShouldBe(HttpStatusCode.OK).Items;
        one.Select(status => status.GetRawText()).ShouldBe(all.Take(3).Select(status => status.GetRawText()));
        (await ledger.GetAsync($"budgets/{monthly}/statuses?from=2025-01-01&to=2025-12-31")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"budgets/{monthly}/statuses?from=2026-01-01&to=2026-12-31")).Items.Length.ShouldBe(11);
    }

    [Fact]
    public async Task a_range_has_two_ends_and_a_limit()
    {
        var ledger = await app.CreateLedgerAsync();
        var weekly = (await ledger.PostAsync("budgets", BudgetTests.Body(("period", "week"), ("startsOn", "1900-01-01")))).Id;

        (await ledger.GetAsync($"budgets/{weekly}/statuses")).Items.Length.ShouldBeInRange(52, 54);
        (await ledger.GetAsync("budgets/status?to=2026-01-01")).Items.Length.ShouldBeInRange(52, 54);
        (await ledger.GetAsync("budgets/status?from=2199-01-01")).Items.Length.ShouldBe(1);
        (await ledger.GetAsync($"budgets/{weekly}/statuses?from=2026-02-01&to=2026-01-01")).ShouldBlame("to", "ends-before-start");
        (await ledger.GetAsync($"budgets/{weekly}/statuses?from=1900-01-01&to=2199-12-31"))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "budgets.too-many-periods");
        (await ledger.GetAsync($"budgets/{Guid.CreateVersion7()}/statuses?from=2026-01-01&to=2026-01-02")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync("budgets/status?from=1900-01-01&to=1900-01-01")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task the_entries_of_a_period_say_why_they_count()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync(), await ledger.OpenAccountAsync("Savings", onBudget: false));
        var dollars = await ledger.OpenAccountAsync("Dollars", "USD");
        var (food, pay) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Pay", "income"));
        var all = (await ledger.PostAsync("budgets", BudgetTests.Body(("name", "All")))).Id;
        var named = (await ledger.PostAsync("budgets", BudgetTests.Body(
            ("name", "Food"), ("categoryIds", new[] { food }), ("accountIds", new[] { savings, bank })))).Id;
        await RecordAsync("2026-01-02", bank, -100, new { payee = "Baker", categoryId = food });
        await RecordAsync("2026-01-03", bank, -900, new { splits = new object[] { new { amount = -500, categoryId = food }, new { amount = -400 } } });
        await RecordAsync("2026-01-04", bank, 5_000, new { categoryId = pay });
        await RecordAsync("2026-01-05", savings, -70, new { categoryId = food });
        await RecordAsync("2026-01-06", dollars, -30, new { });
        await RecordAsync("2026-01-07", bank, -20, new { transfer = new { accountId = savings, amount = 20 } });
        await RecordAsync("2026-01-08", bank, 40, new { categoryId = food });
        await RecordAsync("2026-02-01", bank, -1, new { categoryId = food });

        var listed = (await ledger.GetAsync($"budgets/{all}/entries?period=2026-01-01")).ShouldBe(HttpStatusCode.OK).Items;
        listed.Select(Of).ShouldBe(
            ["2026-01-08 -40 onBudget expense", "2026-01-06 0 onBudget uncategorised", "2026-01-03 900 onBudget expense uncategorised", "2026-01-02 100 onBudget expense"]);
        listed[1].GetProperty("unconverted").GetInt64().ShouldBe(30);
        listed[3].GetProperty("payee").GetString().ShouldBe("Baker");

        var first = await ledger.GetAsync($"budgets/{named}/entries?on=2026-01-31&limit=3");
        first.Items.Select(Of).ShouldBe(["2026-01-08 -40 named named", "2026-01-05 70 named named", "2026-01-03 500 named named"]);
        var second = await ledger.GetAsync($"budgets/{named}/entries?on=2026-01-31&limit=3&cursor={first.Body.GetProperty("nextCursor").GetString()}");
        second.Items.Select(Of).ShouldBe(["2026-01-02 100 named named"]);
        second.Body.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);

        (await ledger.GetAsync($"budgets/{named}/entries?on=2026-01-31&period=2026-01-01")).ShouldBlame("on", "not-together");
        (await ledger.GetAsync($"budgets/{named}/entries?on=2025-01-31")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "budgets.not-started");
        (await ledger.GetAsync($"budgets/{Guid.CreateVersion7()}/entries")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ledger.GetAsync($"budgets/{named}/entries?limit=0")).ShouldBlame("limit", "range");

        async Task RecordAsync(string date, Guid account, long amount, object more)
        {
            var entry = JsonSerializer.SerializeToNode(more)!.AsObject();
            (entry["date"], entry["accountId"], entry["amount"]) = (date, account, amount);
            await ledger.RecordAsync(entry);
        }

        static string Of(JsonElement entry) => string.Join(
            ' ',
            (string[])[
                entry.GetProperty("date").GetString()!, $"{entry.GetProperty("spent").GetInt64()}", entry.GetProperty("account").GetString()!,
                .. entry.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("category").GetString()!)]);
    }
}
