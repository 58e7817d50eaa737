using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Identity.Contracts;

namespace MyBudget.IntegrationTests.Features.Budgets;

public sealed class BudgetPlanTests(AppFixture app)
{
    private static readonly DateOnly Month = FirstOf(DateOnly.FromDateTime(DateTime.UtcNow));

    [Fact]
    public async Task the_amount_is_what_is_in_force_and_a_change_to_a_planned_one_is_a_change()
    {
        var (ledger, budget) = await CreateAsync(100);
        await ChangeAsync(ledger, budget, new { amount = 500, effectiveOn = Month.AddMonths(2).AddDays(9) });

        (await AmountAsync(ledger, budget)).ShouldBe(100);
        (await AmountAsync(ledger, budget, Month.AddMonths(2))).ShouldBe(500);
        (await ledger.GetAsync("budgets")).Items.Single().GetProperty("amount").GetInt64().ShouldBe(100);
        (await ledger.GetAsync($"budgets?on={Month.AddMonths(3):yyyy-MM-dd}")).Items.Single().GetProperty("amount").GetInt64().ShouldBe(500);

        (await ChangeAsync(ledger, budget, new { amount = 500 })).Body.GetProperty("amount").GetInt64().ShouldBe(500);
        (await AvailableAsync(ledger, budget, Month)).ShouldBe(500);
        (await AvailableAsync(ledger, budget, Month.AddMonths(-1))).ShouldBe(100);

        var version = (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("version").GetInt32();
        (await ChangeAsync(ledger, budget, new { amount = 500 })).Body.GetProperty("version").GetInt32().ShouldBe(version);
    }

    [Fact]
    public async Task an_amount_from_then_on_keeps_what_was_planned_for_later()
    {
        var (ledger, budget) = await CreateAsync(100);
        await ChangeAsync(ledger, budget, new { amount = 900, effectiveOn = Month.AddMonths(1) });
        await ChangeAsync(ledger, budget, new { amount = 300, effectiveOn = Month.AddMonths(2) });
        await ChangeAsync(ledger, budget, new { amount = 350, effectiveOn = Month });

        (await AvailableAsync(ledger, budget, Month.AddMonths(-1), Month, Month.AddMonths(1), Month.AddMonths(2))).ShouldBe([100, 350, 900, 300]);
    }

    [Fact]
    public async Task an_amount_of_one_period_leaves_the_next_as_it_was()
    {
        var (ledger, budget) = await CreateAsync(100);
        var planned = await ChangeAsync(ledger, budget, new { amount = 700, effectiveOn = Month.AddMonths(1), onlyPeriod = true });
        planned.Body.GetProperty("amounts").EnumerateArray().Select(amount => amount.TryGetProperty("onlyPeriod", out _)).ShouldBe([false, true]);
        (await AvailableAsync(ledger, budget, Month, Month.AddMonths(1), Month.AddMonths(2))).ShouldBe([100, 700, 100]);

        await ChangeAsync(ledger, budget, new { amount = 200, onlyPeriod = false });
        (await AvailableAsync(ledger, budget, Month, Month.AddMonths(1), Month.AddMonths(2))).ShouldBe([200, 700, 200]);

        (await ledger.PatchAsync($"budgets/{budget}", new { onlyPeriod = true })).ShouldBlame("onlyPeriod", "needs-amount");
        (await ledger.PatchAsync($"budgets/{budget}", new { amount = 1, onlyPeriod = "yes" })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task the_tag_tells_when_another_amount_comes_into_force()
    {
        var (ledger, budget) = await CreateAsync(100);
        (await ledger.GetAsync($"budgets/{budget}")).ETag.ShouldBe("\"1\"");
        var tag = (await ChangeAsync(ledger, budget, new { amount = 500, effectiveOn = Month.AddMonths(1) })).ETag!;

        (await ledger.GetAsync($"budgets/{budget}", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotModified);
        var then = await ledger.GetAsync($"budgets/{budget}?on={Month.AddMonths(1):yyyy-MM-dd}", ("If-None-Match", tag));
        then.ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync($"budgets/{budget}", new { name = "Other" }, ("If-Match", then.ETag!))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Etc/GMT+12")]
    [InlineData("Europe/Berlin")]
    public async Task today_is_the_day_of_the_caller(string zone)
    {
        var (ledger, _) = await CreateAsync(1);
        await using (var session = app.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside"))
        {
            session.Store(new UserProfile(ledger.UserId, $"{ledger.UserId}@example.org", true, "A", "en", zone, DateTimeOffset.UnixEpoch, 1));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
        // Periods that change every day would tell; a week that begins today does.
        var weekly = (await ledger.PostAsync("budgets", BudgetTests.Body(
            ("name", "Week"), ("period", "week"), ("startsOn", today.AddDays(-7)), ("amount", 100)))).ShouldBe(HttpStatusCode.Created).Id;

        var status = (await ledger.GetAsync($"budgets/{weekly}/status")).ShouldBe(HttpStatusCode.OK).Body;
        status.GetProperty("on").GetString().ShouldBe($"{today:yyyy-MM-dd}");
        status.GetProperty("periodStart").GetString().ShouldBe($"{today:yyyy-MM-dd}");
        (await ledger.GetAsync("budgets/status")).Items.Select(item => item.GetProperty("on").GetString()).Distinct().ShouldBe([$"{today:yyyy-MM-dd}"]);
        (await ChangeAsync(ledger, weekly, new { amount = 200 })).Body.GetProperty("amount").GetInt64().ShouldBe(200);
        (await AvailableAsync(ledger, weekly, today.AddDays(-1), today)).ShouldBe([100, 200]);
    }

    [Theory]
    [InlineData("week", 53)]
    [InlineData("month", 13)]
    [InlineData("quarter", 2)]
    [InlineData("year", 2)]
    [InlineData("week", 0)]
    public async Task a_period_is_of_at_most_a_year(string period, int every) => (await (await app.CreateLedgerAsync())
        .PostAsync("budgets", BudgetTests.Body(("period", period), ("every", every)))).ShouldBlame("every", "every-range");

    [Fact]
    public async Task a_budget_can_come_to_be_of_every_other_week()
    {
        var ledger = await app.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        await ledger.RecordAsync(new { accountId = account, date = "2026-01-14", amount = -700 });
        var budget = (await ledger.PostAsync("budgets", BudgetTests.Body(("period", "week"), ("startsOn", "2026-01-05")))).Id;

        (await ledger.GetAsync($"budgets/{budget}")).Body.GetProperty("every").GetInt32().ShouldBe(1);
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-01-05")).Body.GetProperty("spent").GetInt64().ShouldBe(0);
        await ChangeAsync(ledger, budget, new { every = 2 });
        var status = (await ledger.GetAsync($"budgets/{budget}/status?on=2026-01-05")).Body;
        (status.GetProperty("spent").GetInt64(), status.GetProperty("periodEnd").GetString()).ShouldBe((700, "2026-01-18"));
    }

    private async Task<(LedgerClient Ledger, Guid Budget)> CreateAsync(long amount)
    {
        var ledger = await app.CreateLedgerAsync();
        var created = await ledger.PostAsync("budgets", BudgetTests.Body(("amount", amount), ("startsOn", Month.AddMonths(-10))));
        return (ledger, created.ShouldBe(HttpStatusCode.Created).Id);
    }

    private static async Task<ApiResponse> ChangeAsync(LedgerClient ledger, Guid budget, object patch) =>
        (await ledger.PatchAsync($"budgets/{budget}", patch)).ShouldBe(HttpStatusCode.OK);

    private static async Task<long> AmountAsync(LedgerClient ledger, Guid budget, DateOnly? on = null) =>
        (await ledger.GetAsync($"budgets/{budget}{(on is { } day ? $"?on={day:yyyy-MM-dd}" : "")}")).Body.GetProperty("amount").GetInt64();

    private static async Task<long> AvailableAsync(LedgerClient ledger, Guid budget, DateOnly on) =>
        (await ledger.GetAsync($"budgets/{budget}/status?on={on:yyyy-MM-dd}")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("available").GetInt64();

    private static async Task<List<long>> AvailableAsync(LedgerClient ledger, Guid budget, params DateOnly[] days)
    {
        var available = new List<long>();
        foreach (var day in days) available.Add(await AvailableAsync(ledger, budget, day));
        return available;
    }

    private static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);
}
