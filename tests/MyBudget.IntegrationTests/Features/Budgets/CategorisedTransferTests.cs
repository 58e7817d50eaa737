using System.Net;

namespace MyBudget.IntegrationTests.Features.Budgets;

/// <summary>What leaves the budget for a loan or a savings account off it may be spending: a category says so.</summary>
public sealed class CategorisedTransferTests(AppFixture app)
{
    [Fact]
    public async Task counts_on_the_side_of_the_account_on_the_budget()
    {
        var (ledger, bank, loan, category) = await HouseholdAsync();
        var budget = await BudgetAsync(ledger);
        await ledger.RecordAsync(new { accountId = bank, date = "2026-03-31", amount = -5000, categoryId = category, transfer = new { accountId = loan, date = "2026-04-02" } });
        await ledger.RecordAsync(new { accountId = loan, date = "2026-03-30", amount = 700, categoryId = category, transfer = new { accountId = bank, date = "2026-04-01" } });
        await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2026-03-15",
            amount = -1000,
            splits = new object[] { new { amount = -800, categoryId = category, transfer = new { accountId = loan } }, new { amount = -200, transfer = new { accountId = loan } } },
        });

        await SpentAsync("2026-03-10", 5800, ("2026-03-31", bank, 5000), ("2026-03-15", bank, 800));
        await SpentAsync("2026-04-10", 700, ("2026-04-01", bank, 700));
        (await ledger.GetAsync($"transactions?categoryId={category}")).Items.Length.ShouldBe(3);

        // Within the budget money only changes its place.
        await ledger.PatchAsync($"accounts/{loan}", new { onBudget = true });
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-03-10")).Body.GetProperty("spent").GetInt64().ShouldBe(5000 - 700);
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-04-10")).Body.GetProperty("spent").GetInt64().ShouldBe(700 - 5000);

        async Task SpentAsync(string on, long spent, params (string Date, Guid Account, long Spent)[] entries)
        {
            (await ledger.GetAsync($"budgets/{budget}/status?on={on}")).Body.GetProperty("spent").GetInt64().ShouldBe(spent);
            (await ledger.GetAsync($"budgets/{budget}/entries?on={on}")).Items
                .Select(item => (item.GetProperty("date").GetString()!, item.GetProperty("accountId").GetGuid(), item.GetProperty("spent").GetInt64())).ShouldBe(entries);
        }
    }

    [Fact]
    public async Task is_refused_where_both_accounts_are_on_the_budget_or_off_it()
    {
        var (ledger, bank, loan, category) = await HouseholdAsync();
        var (cash, house) = (await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("House", onBudget: false));
        foreach (var (from, to) in new[] { (bank, cash), (loan, house) })
        {
            (await ledger.PostAsync("transactions", new { accountId = from, date = "2026-03-31", amount = -5000, categoryId = category, transfer = new { accountId = to } }))
                .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.transfer-category");
        }

        var path = $"transactions/{(await ledger.RecordAsync(new { accountId = bank, date = "2026-03-31", amount = -5000, categoryId = category, transfer = new { accountId = loan } })).GetProperty("id")}";
        (await ledger.PatchAsync(path, new { transfer = new { accountId = cash } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.transfer-category");

        // What went on or off the budget since leaves the rest of the entry free to change.
        await ledger.PatchAsync($"accounts/{loan}", new { onBudget = true });
        (await ledger.PatchAsync(path, new { note = "March" })).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Loan, Guid Category)> HouseholdAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Loan", type: "loan", onBudget: false), await ledger.CreateCategoryAsync("Mortgage"));
    }

    private static async Task<Guid> BudgetAsync(LedgerClient ledger) =>
        (await ledger.PostAsync("budgets", new { name = "All", amount = 100_00, currency = "EUR", period = "month", startsOn = "2026-01-01" })).Body.GetProperty("id").GetGuid();
}
