using System.Net;
using MyBudget.IntegrationTests.Features.Imports;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>A part of a split may be a transfer: cash back at the till, or what a mortgage pays back beside its interest.</summary>
public sealed class TransferPartTests(AppFixture app)
{
    [Fact]
    public async Task moves_money_to_the_other_account_and_is_no_spending()
    {
        var (ledger, bank, cash, food) = await HouseholdAsync();
        var budget = (await ledger.PostAsync("budgets", new { name = "All", amount = 100_00, currency = "EUR", period = "month", startsOn = "2026-01-01" })).Body.GetProperty("id");
        var shop = await ledger.RecordAsync(new
        {
            accountId = bank,
            date = "2026-03-02",
            amount = -7000,
            splits = new object[]
            {
                new { amount = -2000, categoryId = food },
                new { amount = -4000, transfer = new { accountId = cash } },
                new { amount = -1000, transfer = new { accountId = cash, date = "2026-03-05", status = "pending" } },
            },
        });

        shop.GetProperty("splits")[1].GetProperty("transfer").GetProperty("amount").GetInt64().ShouldBe(4000);
        (await ledger.BalanceAsync(bank), await ledger.BalanceAsync(cash)).ShouldBe((-7000, 5000));
        (await ledger.GetAsync($"accounts/{cash}")).Body.GetProperty("clearedBalance").GetInt64().ShouldBe(4000);
        (await ledger.GetAsync($"budgets/{budget}/status?on=2026-03-10")).Body.GetProperty("spent").GetInt64().ShouldBe(2000);
        foreach (var (filter, count) in new[] { ("", 1), ("&minAmount=4000", 1), ("&minAmount=4001", 0), ("&status=pending", 1), ("&status=pending&minAmount=2000", 0), ("&from=2026-03-05", 1), ("&from=2026-03-06", 0), ("&to=2026-03-02", 1) })
            (await ledger.GetAsync($"transactions?accountId={cash}{filter}")).Items.Length.ShouldBe(count, filter);
        (await ledger.GetAsync("transactions?categoryId=none")).Items.ShouldBeEmpty();
        (await ledger.DeleteAsync($"accounts/{cash}")).ShouldBeProblem(HttpStatusCode.Conflict, "accounts.in-use");
    }

    [Fact]
    public async Task is_reconciled_and_locked_in_the_account_it_goes_to()
    {
        var (ledger, bank, cash, food) = await HouseholdAsync();
        var path = $"transactions/{(await ledger.RecordAsync(Shopping(bank, food, new { amount = -4000, transfer = new { accountId = cash } }))).GetProperty("id")}";

        (await ledger.PostAsync($"accounts/{cash}/reconciliation", new { on = "2026-03-31", balance = 4000 })).Body.GetProperty("reconciled").GetInt32().ShouldBe(1);
        (await ledger.GetAsync(path)).Body.GetProperty("status").GetString().ShouldBe("cleared");
        (await ledger.GetAsync(path)).Body.GetProperty("splits")[1].GetProperty("transfer").GetProperty("status").GetString().ShouldBe("reconciled");
        (await ledger.PatchAsync(path, new { date = "2026-03-01" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.GetAsync($"transactions?accountId={cash}&from=2026-03-02")).Items.Length.ShouldBe(1);
        (await ledger.PatchAsync(path, new { splits = new object[] { new { amount = -6000, categoryId = food } } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
        (await ledger.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task equal_parts_answer_each_for_a_row_of_the_other_bank(bool hasIds)
    {
        var (ledger, bank, cash, food) = await HouseholdAsync();
        var part = new { amount = -1000, transfer = new { accountId = cash } };
        var entry = (await ledger.RecordAsync(
            new { accountId = bank, date = "2026-03-02", amount = -4000, splits = new object[] { new { amount = -2000, categoryId = food }, part, part } })).GetProperty("id").GetGuid();
        string[] days = ["2026-03-02", "2026-03-02", "2026-03-03"];
        string FileOf(int rows) => hasIds
            ? Checking([.. days.Take(rows).Select((day, index) => Entry($"P{index}", day.Replace("-", "", StringComparison.Ordinal), "10.00", "MOVED"))])
            : Rows([.. days.Take(rows).Select(day => $"{day},MOVED,10.00")]);

        foreach (var rows in new[] { 1, 1, 2, 2 })
        {
            var import = (await ledger.ImportAsync(FileOf(rows), cash)).ShouldCount(0, rows, 0);
            import.Rows().Select(row => row.GetProperty("match").GetProperty("transactionId").GetGuid()).ShouldAllBe(id => id == entry);
        }

        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("bankRows").GetArrayLength().ShouldBe(2);
        (await ledger.ImportAsync(FileOf(3), cash)).ShouldCount(1, 2, 0);
        (await ledger.ImportAsync(FileOf(3), cash)).ShouldCount(0, 3, 0);
        (await ledger.BalanceAsync(cash)).ShouldBe(3000);
    }

    [Fact]
    public async Task obeys_the_rules_of_transfers()
    {
        var (ledger, bank, cash, food) = await HouseholdAsync();
        var dollars = await ledger.OpenAccountAsync("Dollars", "USD");
        await RefusedAsync(new { amount = -4000, transfer = new { accountId = bank } }, "transactions.transfer-to-itself");
        await RefusedAsync(new { amount = -4000, transfer = new { accountId = cash, amount = -4000 } }, "transactions.transfer-signs");
        await RefusedAsync(new { amount = -4000, transfer = new { accountId = cash, amount = 4001 } }, "transactions.transfer-amounts");
        await RefusedAsync(new { amount = -4000, transfer = new { accountId = dollars } }, "transactions.transfer-amount-required");
        await RefusedAsync(new { amount = -4000, categoryId = food, transfer = new { accountId = cash } }, "transactions.transfer-category");
        await ledger.PostAsync($"accounts/{cash}/closure");
        await RefusedAsync(new { amount = -4000, transfer = new { accountId = cash } }, "accounts.closed");

        async Task RefusedAsync(object part, string code) => (await ledger.PostAsync("transactions", Shopping(bank, food, part)))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task is_met_by_a_row_of_the_account_it_goes_to()
    {
        var (ledger, bank, cash, food) = await HouseholdAsync();
        var path = $"transactions/{(await ledger.RecordAsync(Shopping(bank, food, new { amount = -4000, transfer = new { accountId = cash, status = "pending" } }))).GetProperty("id")}";
        var file = Checking(Entry("S1", "20260304", "40.00", ""));

        var import = (await ledger.ImportAsync(file, cash)).ShouldCount(0, 1, 0);
        (await ledger.ImportAsync(file, cash)).ShouldCount(0, 1, 0);
        (await ledger.GetAsync(path)).Body.GetProperty("splits")[1].GetProperty("transfer").TryGetProperty("status", out _).ShouldBeFalse();
        (await ledger.ImportAsync(Checking(Entry("S2", "20260304", "40.00", "")), cash)).ShouldCount(1, 0, 0);

        await ledger.DeleteAsync($"imports/{import.Body.GetProperty("id").GetGuid()}");
        (await ledger.BalanceAsync(cash)).ShouldBe(8000);
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Cash, Guid Food)> HouseholdAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.CreateCategoryAsync("Food"));
    }

    private static object Shopping(Guid bank, Guid food, object part) =>
        new { accountId = bank, date = "2026-03-02", amount = -6000, splits = new[] { new { amount = -2000, categoryId = food }, part } };
}
