using System.Net;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class ReusedLedgerIdTests(AppFixture app)
{
    [Fact]
    public async Task a_ledger_that_takes_an_erased_ones_id_knows_nothing_of_it()
    {
        var user = await app.SignInAsync();
        var first = await user.CreateLedgerAsync();
        var old = await first.OpenAccountAsync();
        await first.RecordAsync(new { accountId = old, date = "2026-01-01", amount = -5 });
        await app.Host.EraseLedgerAsync(first);

        (await user.PostAsync("/api/v1/ledgers", new { id = first.LedgerId, name = "Again", currency = "EUR" })).ShouldBe(HttpStatusCode.Created);
        var fresh = await first.OpenAccountAsync();

        await first.RecordAsync(new { accountId = fresh, date = "2026-01-01", amount = -7 });
        (await first.PostAsync("transactions", new { accountId = old, date = "2026-01-01", amount = -5 }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-account");
        (await first.BalanceAsync(fresh)).ShouldBe(-7);
    }
}
