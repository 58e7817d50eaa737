using System.Globalization;
using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetStatusTests(AppFixture app)
{
    [Fact]
    public async Task there_is_none_before_the_start_and_the_list_leaves_it_out()
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = await CreateAsync(ledger, ("startsOn", "2026-03-01"));

        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-02-28"))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "budgets.not-started");
        (await ledger.GetAsync("budgets/status?on=2026-02-28")).Items.ShouldBeEmpty();
        (await ledger.GetAsync("budgets/status?on=2026-03-01")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task after_the_end_it_is_that_of_the_last_period()
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = await CreateAsync(ledger, ("endsOn", "2026-02-10"), ("rollover", "both"));
        var account = await ledger.OpenAccountAsync();
        await SpendAsync(ledger, account, 100, "2026-02-10");
        await SpendAsync(ledger, account, 1_000, "2026-02-11");

        var status = await StatusAsync(ledger, budget, "2026-12-24");

        status.GetProperty("on").GetString().ShouldBe("2026-12-24");
        status.GetProperty("periodStart").GetString().ShouldBe("2026-02-01");
        status.GetProperty("periodEnd").GetString().ShouldBe("2026-02-10");
        status.GetProperty("spent").GetInt64().ShouldBe(100);
        status.GetProperty("available").GetInt64().ShouldBe(20_000);
        status.GetProperty("daysLeft").GetInt32().ShouldBe(0);
        status.GetProperty("dailyAllowance").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task the_day_is_today_if_none_is_given_and_must_be_one_of_the_calendar()
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = await CreateAsync(ledger);
        var before = DateOnly.FromDateTime(DateTime.UtcNow);

        var on = (await ledger.GetAsync($"budgets/{budget}/status")).Body.GetProperty("on").GetString()!;

        DateOnly.Parse(on, CultureInfo.InvariantCulture).ShouldBeInRange(before, before.AddDays(1));
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-02-30")).ShouldBlame("on", "format");
        (await ledger.GetAsync($"budgets/{budget}/status?on=2200-01-01")).ShouldBlame("on", "date-range");
        (await ledger.GetAsync("budgets/status?on=never")).ShouldBlame("on", "format");
        (await ledger.GetAsync("budgets/status?on=1899-12-31")).ShouldBlame("on", "date-range");
    }

    [Theory]
    [InlineData("2026-02-27", "2026-01-31", "2026-02-27")]
    [InlineData("2026-02-28", "2026-02-28", "2026-03-30")]
    [InlineData("2028-02-29", "2028-02-29", "2028-03-30")]
    public async Task a_month_from_the_31st_begins_on_the_last_day_of_a_shorter_one(string on, string start, string end)
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = await CreateAsync(ledger, ("startsOn", "2026-01-31"));
        var account = await ledger.OpenAccountAsync();
        foreach (var day in (string[])[start, end]) await SpendAsync(ledger, account, 1, day);

        var status = await StatusAsync(ledger, budget, on);

        (status.GetProperty("periodStart").GetString(), status.GetProperty("periodEnd").GetString()).ShouldBe((start, end));
        status.GetProperty("spent").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task a_new_amount_applies_from_the_current_period_or_the_day_that_is_named()
    {
        var ledger = await app.CreateLedgerAsync();
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        var start = day.AddDays(1 - day.Day).AddMonths(-6);
        var budget = await CreateAsync(ledger, ("startsOn", start), ("amount", 100), ("rollover", "both"));

        (await ledger.PatchAsync($"budgets/{budget}", new { amount = 300 })).ShouldBe(HttpStatusCode.OK);
        (await AvailableAsync(start.AddMonths(5))).ShouldBe(600);
        (await AvailableAsync(day)).ShouldBe(900);

        (await ledger.PatchAsync($"budgets/{budget}", new { amount = 200, effectiveOn = start.AddMonths(2).AddDays(9) }))
            .ShouldBe(HttpStatusCode.OK);
        (await AvailableAsync(start.AddMonths(1))).ShouldBe(200);
        (await AvailableAsync(start.AddMonths(2))).ShouldBe(400);
        (await AvailableAsync(start.AddMonths(7))).ShouldBe(1_600);
        var read = await ledger.GetAsync($"budgets/{budget}");
        read.Body.GetProperty("amount").GetInt64().ShouldBe(300);
        read.Body.GetProperty("amounts").EnumerateArray().Select(amount => amount.GetProperty("amount").GetInt64()).ShouldBe([100, 200, 300]);

        (await ledger.PatchAsync($"budgets/{budget}", new { effectiveOn = day })).ShouldBlame("effectiveOn", "needs-amount");
        (await ledger.PatchAsync($"budgets/{budget}", new { amount = 1, effectiveOn = "2500-01-01" }))
            .ShouldBlame("effectiveOn", "date-range");

        async Task<long> AvailableAsync(DateOnly on) =>
            (await StatusAsync(ledger, budget, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .GetProperty("available").GetInt64();
    }

    [Fact]
    public async Task what_was_spent_in_other_currencies_is_named_for_the_asked_period()
    {
        var ledger = await app.CreateLedgerAsync();
        var budget = await CreateAsync(ledger, ("rollover", "both"));
        var (euros, dollars) = (await ledger.OpenAccountAsync(), await ledger.OpenAccountAsync("Dollars", "USD"));
        var yen = await ledger.OpenAccountAsync("Yen", "JPY");
        await SpendAsync(ledger, dollars, 2_500, "2026-01-31");
        await SpendAsync(ledger, dollars, 1_100, "2026-02-01");
        await SpendAsync(ledger, yen, 12, "2026-02-28");
        await SpendAsync(ledger, euros, 1, "2026-02-02");
        var gone = await SpendAsync(ledger, yen, 7, "2026-03-01");
        (await ledger.DeleteAsync($"transactions/{gone}")).ShouldBe(HttpStatusCode.NoContent);

        (await StatusAsync(ledger, budget, "2026-01-01")).GetProperty("unconverted").GetRawText().ShouldBe("""{"USD":2500}""");
        var february = await StatusAsync(ledger, budget, "2026-02-01");
        february.GetProperty("unconverted").EnumerateObject().ToDictionary(sum => sum.Name, sum => sum.Value.GetInt64())
            .ShouldBe(new Dictionary<string, long> { ["USD"] = 1_100, ["JPY"] = 12 }, ignoreOrder: true);
        february.GetProperty("spent").GetInt64().ShouldBe(1);
        (await StatusAsync(ledger, budget, "2026-03-01")).GetProperty("unconverted").GetRawText().ShouldBe("{}");
    }

    [Fact]
    public async Task what_is_left_over_is_carried_through_decades_of_weeks()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        await SpendAsync(ledger, account, 5_000, "1990-01-01");
        await SpendAsync(ledger, account, 30, "2026-11-23");
        var budget = await CreateAsync(ledger, ("period", "week"), ("startsOn", "1990-01-01"), ("amount", 10), ("rollover", "both"));
        await SpendAsync(ledger, account, 7, "2008-02-29");

        var weeks = (new DateOnly(2026, 11, 23).DayNumber - new DateOnly(1990, 1, 1).DayNumber) / 7;
        var status = await StatusAsync(ledger, budget, "2026-11-23");

        status.GetProperty("carriedOver").GetInt64().ShouldBe(weeks * 10 - 5_007);
        status.GetProperty("remaining").GetInt64().ShouldBe((weeks + 1) * 10 - 5_037);
        (await ledger.GetAsync("budgets/status?on=2026-11-23")).Items.Single().GetRawText().ShouldBe(status.GetRawText());
    }

    [Fact]
    public async Task a_sum_that_is_too_large_to_keep_is_refused_whole()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        await CreateAsync(ledger);
        var entry = new { accountId = account, date = "2026-01-01", amount = -999_999_999_999_999 };
        var entries = Enumerable.Repeat(entry, 400).ToArray();
        ApiResponse? refused = null;
        for (var i = 0; i < 30 && refused is null; i++)
        {
            var answer = await ledger.PostAsync("transactions/batch", new { transactions = entries });
            if (answer.Status != HttpStatusCode.Created) refused = answer;
        }

        refused.ShouldNotBeNull().ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "money.overflow");
    }

    private static async Task<Guid> CreateAsync(LedgerClient ledger, params (string Name, object? Value)[] members) =>
        (await ledger.PostAsync("budgets", BudgetTests.Body(members))).ShouldBe(HttpStatusCode.Created).Id;

    private static async Task<Guid> SpendAsync(LedgerClient ledger, Guid account, long amount, string date) =>
        (await ledger.RecordAsync(new { accountId = account, date, amount = -amount })).GetProperty("id").GetGuid();

    private static async Task<JsonElement> StatusAsync(LedgerClient ledger, Guid budget, string on) =>
        (await ledger.GetAsync($"budgets/{budget}/status?on={on}")).ShouldBe(HttpStatusCode.OK).Body;
}
