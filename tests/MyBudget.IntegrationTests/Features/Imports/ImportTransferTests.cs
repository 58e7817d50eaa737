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

    [Fact]
    public async Task the_other_banks_text_is_no_other_payee()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-30", amount = -7000, payee = "Savings", transfer = new { accountId = savings, amount = 7000 } });
        var part = new { amount = -1000, transfer = new { accountId = savings, amount = 1000 } };
        await ledger.RecordAsync(new { accountId = bank, date = "2026-02-10", amount = -3500, payee = "Pots", splits = new object[] { part, new { amount = -500 }, part, part } });

        (await ledger.ImportAsync(Rows("2026-01-30,Giro,70.00"), savings)).ShouldCount(0, 1, 0);
        var parts = (await ledger.ImportAsync(Rows("2026-02-11,Giro,10.00", "2026-02-11,Giro,10.00", "2026-02-11,Giro,10.00", "2026-02-11,Giro,10.00"), savings))
            .ShouldCount(1, 3, 0);

        (await ledger.BalanceAsync(savings)).ShouldBe(7000 + 4000);
        parts.Rows().First(row => row.Status() == "duplicate").GetProperty("match").GetProperty("payee").GetString().ShouldBe("missing");
    }

    [Fact]
    public async Task a_part_of_a_split_that_names_an_account_is_a_transfer()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        const string file = "!Type:Bank\nD2026-01-30\nT-100.00\nPMarket\nSFood\n$-50.00\nS[Savings]\nEpot\n$-40.00\nS[Nowhere]\n$-10.00\n^\n";

        var import = (await ledger.ImportAsync(file, bank)).ShouldCount(1, 0, 0);

        var parts = (await ledger.GetAsync($"transactions/{import.Rows()[0].Transaction()}")).Body.GetProperty("splits");
        (parts[1].GetProperty("transfer").GetProperty("accountId").GetGuid(), parts[1].GetProperty("note").GetString()).ShouldBe((savings, "pot"));
        parts[2].GetProperty("note").GetString().ShouldBe("[Nowhere]");
        (await ledger.BalanceAsync(bank), await ledger.BalanceAsync(savings)).ShouldBe((-10000, 4000));
        (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);
        (await ledger.ImportAsync(Rows("2026-02-01,Giro,40.00"), savings)).ShouldCount(0, 1, 0);
    }

    [Fact]
    public async Task a_part_whose_other_side_is_there_counts_once()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        await ledger.ImportAsync(Rows("2026-02-01,Giro,40.00"), savings);
        await ledger.ImportAsync("!Type:Bank\nD2026-03-01\nT25.00\nPGiro\nL[Bank]\n^\n", savings);
        const string file = "!Type:Bank\nD2026-01-30\nT-100.00\nPMarket\nSFood\n$-60.00\nS[Savings]\n$-40.00\n^\nD2026-03-01\nT-35.00\nSFood\n$-10.00\nS[Savings]\n$-25.00\n^\n";

        var import = (await ledger.ImportAsync(file, bank)).ShouldCount(2, 0, 0);

        (await ledger.BalanceAsync(savings)).ShouldBe(6500);
        (await ledger.GetAsync($"transactions/{import.Rows()[0].Transaction()}")).Body.GetProperty("splits")[1].GetProperty("note").GetString().ShouldBe("[Savings]");
        import.Rows().Select(row => row.TryGetProperty("possibleDuplicateOf", out _)).ShouldBe([false, true]);
    }

    [Fact]
    public async Task a_row_that_names_an_own_account_meets_transfers_there_and_asks_about_anything_else()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var split = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-29", amount = -10000, splits = new[] { new { amount = -6000 }, new { amount = -4000 } } });
        var moved = await TransferAsync(ledger, bank, new { accountId = savings }, "cleared");
        const string file = "!Type:Bank\nD2026-01-26\nT-100.00\nPATM\nL[Savings]\n^\nD2026-01-29\nT-30.00\nPATM\nL[Savings]\n^\n";

        var import = (await ledger.ImportAsync(file, bank)).ShouldCount(1, 1, 0);

        import.Rows()[0].GetProperty("possibleDuplicateOf").GetGuid().ShouldBe(split.GetProperty("id").GetGuid());
        import.Rows()[1].GetProperty("duplicateOf").GetGuid().ShouldBe(moved);
        import.Rows()[1].GetProperty("reason").GetProperty("message").GetString()
            .ShouldBe("An entry has the same account and amount; the dates are 1 day apart.");
        (await ledger.BalanceAsync(savings)).ShouldBe(10000 + 3000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_file_of_both_accounts_tells_of_a_part_twice(bool isSplitFirst)
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        string[] sections =
        [
            "!Account\nNBank\nTBank\n^\n!Type:Bank\nD2026-01-30\nT-100.00\nPMarket\nSFood\n$-60.00\nS[Savings]\n$-40.00\n^\n",
            "!Account\nNSavings\nTBank\n^\n!Type:Bank\nD2026-01-31\nT40.00\nPFrom bank\nL[Bank]\n^\n",
        ];
        if (!isSplitFirst) Array.Reverse(sections);
        object[] accounts = [new { bankAccount = "Bank", accountId = bank }, new { bankAccount = "Savings", accountId = savings }];

        (await ledger.ImportAsync(string.Concat(sections), fields: ("accounts", accounts))).ShouldCount(1, 0, 1);

        (await ledger.BalanceAsync(bank), await ledger.BalanceAsync(savings)).ShouldBe((-10000, 4000));
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Savings)> TwoAccountsAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
    }

    private static async Task<Guid> TransferAsync(LedgerClient ledger, Guid from, object transfer, string status) =>
        (await ledger.RecordAsync(new { accountId = from, date = "2026-01-30", amount = -3000, status, transfer })).GetProperty("id").GetGuid();
}
