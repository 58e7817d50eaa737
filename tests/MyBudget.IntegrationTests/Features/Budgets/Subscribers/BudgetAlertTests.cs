using System.Net;

namespace MyBudget.IntegrationTests.Features.Budgets.Subscribers;

public sealed class BudgetAlertTests(AlertsApp alerts) : IClassFixture<AlertsApp>
{
    [Fact]
    public async Task each_level_is_announced_when_it_is_reached_and_never_again()
    {
        var (ledger, account, _) = await BudgetAsync();

        var entry = await SpendAsync(ledger, account, 79);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 50"]);
        await ReviseAsync(ledger, entry, 80);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 50", "Home 2026-03 80"]);
        await ReviseAsync(ledger, entry, 101);
        string[] all = ["Home 2026-03 50", "Home 2026-03 80", "Home 2026-03 exceeded"];
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(all);

        await ReviseAsync(ledger, entry, 10);
        await alerts.AnnouncedAsync(ledger);
        await ReviseAsync(ledger, entry, 120);
        await alerts.AnnouncedAsync(ledger);
        (await ledger.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);
        await alerts.AnnouncedAsync(ledger);
        (await ledger.PostAsync($"transactions/{entry}/restoration")).ShouldBe(HttpStatusCode.OK);
        await SpendAsync(ledger, account, 50);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(all);
    }

    [Fact]
    public async Task levels_passed_together_are_one_piece_of_news()
    {
        var (ledger, account, budget) = await BudgetAsync(("thresholds", (int[])[50, 80, 100, 150]));

        await SpendAsync(ledger, account, 130);

        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 exceeded"]);
        (await alerts.PassedAsync(ledger)).Select(passed => passed.Level).ShouldBe([50, 80, 100, 0], ignoreOrder: true);
        var said = alerts.Announced.All.Single(reached => reached.BudgetId == budget);
        (said.PeriodEnd, said.Level.Percent, said.Spent, said.Available, said.Currency.Code).ShouldBe((new DateOnly(2026, 3, 31), 100, 13_000, 10_000, "EUR"));
        await SpendAsync(ledger, account, 20);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 exceeded", "Home 2026-03 150"]);
    }

    [Fact]
    public async Task the_last_period_counts_still_and_the_ones_before_it_no_more()
    {
        var (ledger, account, _) = await BudgetAsync();

        await SpendAsync(ledger, account, 60, "2026-01-31");
        (await alerts.AnnouncedAsync(ledger)).ShouldBeEmpty();
        await SpendAsync(ledger, account, 60, "2026-02-28");
        await SpendAsync(ledger, account, 90, "2026-05-01");
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-02 50", "Home 2026-05 80"], ignoreOrder: true);
        alerts.Announced.All.Where(reached => reached.LedgerId == ledger.LedgerId).ShouldAllBe(reached => reached.On == new DateOnly(2026, 3, 15));
    }

    [Fact]
    public async Task what_is_carried_over_counts_where_it_goes()
    {
        var (ledger, account, _) = await BudgetAsync(("rollover", "deficit"), ("thresholds", (int[])[]));

        await SpendAsync(ledger, account, 350, "2026-01-31");

        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-02 exceeded", "Home 2026-03 exceeded"]);
    }

    [Fact]
    public async Task a_threshold_that_is_new_and_reached_already_is_announced_once()
    {
        var (ledger, account, budget) = await BudgetAsync();
        await SpendAsync(ledger, account, 75);
        await alerts.AnnouncedAsync(ledger);

        foreach (var thresholds in (int[][])[[60, 70, 80], [50], [60, 70, 80]])
        {
            (await ledger.PatchAsync($"budgets/{budget}", new { thresholds })).ShouldBe(HttpStatusCode.OK);
            (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 50", "Home 2026-03 70"]);
        }
    }

    [Fact]
    public async Task a_lower_amount_and_a_new_budget_count_what_is_there_already()
    {
        var (ledger, account, budget) = await BudgetAsync();
        await SpendAsync(ledger, account, 40);

        (await ledger.PatchAsync($"budgets/{budget}", new { amount = 5_000, effectiveOn = "2026-03-01" })).ShouldBe(HttpStatusCode.OK);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 80"]);
        (await ledger.PostAsync("budgets", BudgetTests.Body(("name", "Late"), ("amount", 3_000)))).ShouldBe(HttpStatusCode.Created);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 80", "Late 2026-03 exceeded"]);
    }

    [Fact]
    public async Task only_budgets_that_an_entry_counts_in_are_looked_at_and_a_merger_brings_it_there()
    {
        var ledger = await alerts.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var (tea, food) = (await ledger.CreateCategoryAsync("Tea"), await ledger.CreateCategoryAsync("Meals"));
        await ledger.PostAsync("budgets", BudgetTests.Body(("name", "Meals"), ("categoryIds", (Guid[])[food]), ("thresholds", (int[])[50])));
        await ledger.RecordAsync(new { accountId = account, date = "2026-03-10", amount = -6_000, categoryId = tea });
        (await alerts.AnnouncedAsync(ledger)).ShouldBeEmpty();

        (await ledger.PostAsync($"categories/{tea}/merger", new { into = food })).ShouldBe(HttpStatusCode.OK);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Meals 2026-03 50"]);
    }

    [Fact]
    public async Task an_account_that_counts_from_now_on_brings_its_entries_along()
    {
        var (ledger, _, _) = await BudgetAsync();
        var savings = await ledger.OpenAccountAsync("Savings", onBudget: false);
        await SpendAsync(ledger, savings, 60);
        (await alerts.AnnouncedAsync(ledger)).ShouldBeEmpty();

        (await ledger.PatchAsync($"accounts/{savings}", new { onBudget = true })).ShouldBe(HttpStatusCode.OK);
        (await alerts.AnnouncedAsync(ledger)).ShouldBe(["Home 2026-03 50"]);
    }

    [Fact]
    public async Task transfers_income_and_other_currencies_reach_nothing()
    {
        var (ledger, account, _) = await BudgetAsync();
        var (cash, dollars) = (await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Dollars", "USD"));

        await ledger.RecordAsync(new { accountId = account, date = "2026-03-10", amount = -9_000, transfer = new { accountId = cash } });
        await ledger.RecordAsync(new { accountId = account, date = "2026-03-10", amount = 9_000 });
        await SpendAsync(ledger, dollars, 90);
        (await alerts.AnnouncedAsync(ledger)).ShouldBeEmpty();
    }

    internal static async Task<Guid> SpendAsync(LedgerClient ledger, Guid account, int euros, string date = "2026-03-10") =>
        (await ledger.RecordAsync(new { accountId = account, date, amount = -100L * euros })).GetProperty("id").GetGuid();

    private static async Task ReviseAsync(LedgerClient ledger, Guid entry, int euros) =>
        (await ledger.PatchAsync($"transactions/{entry}", new { amount = -100L * euros })).ShouldBe(HttpStatusCode.OK);

    private async Task<(LedgerClient Ledger, Guid Account, Guid Budget)> BudgetAsync(params (string Name, object? Value)[] members)
    {
        var ledger = await alerts.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var created = await ledger.PostAsync("budgets", BudgetTests.Body([("thresholds", (int[])[50, 80]), .. members]));
        return (ledger, account, created.ShouldBe(HttpStatusCode.Created).Id);
    }
}
