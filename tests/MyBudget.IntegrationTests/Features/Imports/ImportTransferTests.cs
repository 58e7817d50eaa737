using System.Net;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>The banks of a transfer's two accounts each tell of their own side, on their own day.</summary>
public sealed class ImportTransferTests(AppFixture app)
{
    [Fact]
    public async Task a_row_meets_the_side_of_its_account_by_that_sides_day_and_clears_it_alone()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var path = $"transactions/{await TransferAsync(ledger, bank, new { accountId = savings, date = "2026-02-09" }, "pending")}";
        var before = (await ledger.GetAsync(path)).Body;

        (await ledger.PreviewAsync(Rows("2026-01-31,FROM BANK,30.00"), savings)).ShouldCount(1, 0, 0, HttpStatusCode.OK);
        var import = (await ledger.ImportAsync(Rows("2026-02-10,FROM BANK,30.00"), savings)).ShouldCount(0, 1, 0);

        await StatusesAsync("pending", "cleared");
        (await ledger.ImportAsync(Rows("2026-01-29,TO SAVINGS,-30.00"), bank)).ShouldCount(0, 1, 0);
        await StatusesAsync("cleared", null);
        (await ledger.DeleteAsync($"imports/{import.Body.GetProperty("id").GetGuid()}")).ShouldBe(HttpStatusCode.NoContent);
        await StatusesAsync("cleared", "pending");
        (await ledger.BalanceAsync(savings)).ShouldBe(3000);
        before.GetProperty("status").GetString().ShouldBe("pending");

        async Task StatusesAsync(string own, string? other)
        {
            var entry = (await ledger.GetAsync(path)).Body;
            entry.GetProperty("status").GetString().ShouldBe(own);
            (entry.GetProperty("transfer").TryGetProperty("status", out var status) ? status.GetString() : null).ShouldBe(other);
        }
    }

    [Fact]
    public async Task a_side_that_a_statement_settled_answers_for_no_later_row()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        await TransferAsync(ledger, bank, new { accountId = savings }, "cleared");
        await ledger.PostAsync($"accounts/{savings}/reconciliation", new { on = "2026-01-31", balance = 3000 });

        (await ledger.PreviewAsync(Rows("2026-02-01,FROM BANK,30.00"), savings)).ShouldCount(1, 0, 0, HttpStatusCode.OK);
        (await ledger.PreviewAsync(Rows("2026-02-01,TO SAVINGS,-30.00"), bank)).ShouldCount(0, 1, 0, HttpStatusCode.OK);
        (await ledger.PreviewAsync(Rows("2026-01-31,FROM BANK,30.00"), savings)).ShouldCount(0, 1, 0, HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_file_that_tells_of_both_sides_on_two_days_makes_one_transfer()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        const string file = "!Account\nNBank\nTBank\n^\n!Type:Bank\nD2026-01-30\nT-70.00\nPTo savings\nL[Savings]\n^\n"
            + "!Account\nNSavings\nTBank\n^\n!Type:Bank\nD2026-02-02\nT70.00\nPFrom bank\nL[Bank]\n^\nD2026-02-20\nT70.00\nPFrom bank\nL[Bank]\n^\n";
        object[] accounts = [new { bankAccount = "Bank", accountId = bank }, new { bankAccount = "Savings", accountId = savings }];

        var import = (await ledger.ImportAsync(file, fields: ("accounts", accounts))).ShouldCount(2, 0, 1);

        var moved = (await ledger.GetAsync($"transactions/{import.Rows()[0].Transaction()}")).Body;
        (moved.GetProperty("date").GetString(), moved.GetProperty("transfer").GetProperty("date").GetString()).ShouldBe(("2026-01-30", "2026-02-02"));
        (await ledger.BalanceAsync(bank), await ledger.BalanceAsync(savings)).ShouldBe((-14000, 14000));
        (await ledger.ImportAsync(file)).ShouldCount(0, 2, 1);
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Savings)> TwoAccountsAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
    }

    private static async Task<Guid> TransferAsync(LedgerClient ledger, Guid from, object transfer, string status) =>
        (await ledger.RecordAsync(new { accountId = from, date = "2026-01-30", amount = -3000, status, transfer })).GetProperty("id").GetGuid();
}
