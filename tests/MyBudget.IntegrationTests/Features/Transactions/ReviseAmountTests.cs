using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What becomes of amounts that a patch leaves out.</summary>
public sealed class ReviseAmountTests(AppFixture app)
{
    [Fact]
    public async Task within_one_currency_what_arrives_follows_what_leaves()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, box) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Box"));
        var path = await RecordAsync(ledger, new { accountId = bank, date = "2026-02-28", amount = -5000, transfer = new { accountId = cash } });

        (await ledger.PatchAsync(path, new { amount = -6000 })).ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(cash)).ShouldBe(6000);
        (await ledger.PatchAsync(path, new { amount = -7000, transfer = new { accountId = box } })).ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(bank)).ShouldBe(-7000);
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        (await ledger.BalanceAsync(box)).ShouldBe(7000);
        (await ledger.PatchAsync(path, new { transfer = new { amount = 7001 } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.transfer-amounts");
    }

    [Fact]
    public async Task an_amount_does_not_slip_into_another_currency()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, yen, more) = (
            await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Yen", "JPY"), await ledger.OpenAccountAsync("More yen", "JPY"));
        var path = await RecordAsync(ledger, new { accountId = bank, date = "2026-02-28", amount = -5000 });

        (await ledger.PatchAsync(path, new { accountId = yen })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.amount-required");
        (await ledger.PatchAsync(path, new { accountId = yen, amount = -8000 })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { accountId = more })).ShouldBe(HttpStatusCode.OK);

        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.BalanceAsync(yen)).ShouldBe(0);
        (await ledger.BalanceAsync(more)).ShouldBe(-8000);
    }

    [Fact]
    public async Task what_arrives_does_not_slip_into_another_currency()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, yen) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Yen", "JPY"));
        var path = await RecordAsync(ledger, new { accountId = bank, date = "2026-02-28", amount = -5000, transfer = new { accountId = cash } });

        (await ledger.PatchAsync(path, new { transfer = new { accountId = yen } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.transfer-amount-required");
        (await ledger.PatchAsync(path, new { transfer = new { accountId = yen, amount = 8000 } })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { amount = -5100 })).ShouldBe(HttpStatusCode.OK);

        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        (await ledger.BalanceAsync(yen)).ShouldBe(8000);
    }

    private static async Task<string> RecordAsync(LedgerClient ledger, object transaction) =>
        $"transactions/{(await ledger.RecordAsync(transaction)).GetProperty("id")}";
}
