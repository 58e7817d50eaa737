using System.Net;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What a reconciled entry, a closed account and a weak role keep from happening.</summary>
public sealed class ProtectedTransactionTests(AppFixture app)
{
    [Fact]
    public async Task a_reconciled_entry_is_unlocked_by_its_status_alone()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new
        {
            accountId = await ledger.OpenAccountAsync(),
            date = "2026-02-28",
            amount = -1250,
            status = "reconciled",
        });
        var path = $"transactions/{recorded.GetProperty("id")}";

        foreach (var patch in new[] { """{"amount":-1}""", """{"note":"x"}""", """{"tags":["x"]}""", """{"status":"cleared","note":"x"}""" })
            (await ledger.PatchAsync(path, patch)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
        (await ledger.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
        (await ledger.PatchAsync(path, """{"status":"reconciled"}""")).ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"1\"");

        (await ledger.PatchAsync(path, """{"status":"cleared","amount":-1250}""")).ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"2\"");
        (await ledger.PatchAsync(path, """{"amount":-1}""")).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task the_money_of_a_closed_account_stays_as_it_is()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, open) = (
            await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Open"));
        var plain = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1250 });
        var transfer = await ledger.RecordAsync(new { accountId = cash, date = "2026-02-28", amount = -10, transfer = new { accountId = bank } });
        var elsewhere = await ledger.RecordAsync(new { accountId = open, date = "2026-02-28", amount = -1 });
        await ledger.PostAsync($"accounts/{bank}/closure");

        await Refused(plain.GetProperty("id"), new { amount = -1 });
        await Refused(plain.GetProperty("id"), new { accountId = cash });
        await Refused(plain.GetProperty("id"), new { date = "2026-02-27" });
        await Refused(plain.GetProperty("id"), new { status = "pending" });
        (await ledger.PatchAsync($"accounts/{bank}", new { openingBalance = 7 })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed-balance");
        await Refused(transfer.GetProperty("id"), new { amount = -11, transfer = new { amount = 11 } });
        await Refused(transfer.GetProperty("id"), new { transfer = (string?)null });
        await Refused(elsewhere.GetProperty("id"), new { accountId = bank });
        await Refused(elsewhere.GetProperty("id"), new { transfer = new { accountId = bank } });
        foreach (var entry in new[] { plain, transfer })
            (await ledger.DeleteAsync($"transactions/{entry.GetProperty("id")}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");

        // What it was for may still be put right.
        (await ledger.PatchAsync($"transactions/{plain.GetProperty("id")}", new { payee = "Baker", note = "late", tags = new[] { "x" } }))
            .ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1240);

        async Task Refused(object id, object patch) => (await ledger.PatchAsync($"transactions/{id}", patch))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
    }

    [Fact]
    public async Task a_statement_of_the_future_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        (await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = today.AddDays(1), balance = 0 })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = today.AddDays(3), balance = 0 }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.statement-not-issued");
    }

    [Fact]
    public async Task a_viewer_reads_and_a_stranger_finds_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var id = (await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1 })).GetProperty("id");
        var viewer = await ledger.InviteAsync(LedgerRole.Viewer);
        var stranger = ledger.As(await app.SignInAsync());

        (await viewer.GetAsync($"transactions/{id}")).ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync($"transactions/{id}/history")).ShouldBe(HttpStatusCode.OK);
        foreach (var (client, status, code) in new[]
                 {
                     (viewer, HttpStatusCode.Forbidden, "auth.forbidden"), (stranger, HttpStatusCode.NotFound, "http.not-found"),
                 })
        {
            (await client.PatchAsync($"transactions/{id}", "{")).ShouldBeProblem(status, code);
            (await client.DeleteAsync($"transactions/{id}")).ShouldBeProblem(status, code);
            (await client.PostAsync($"transactions/{id}/restoration")).ShouldBeProblem(status, code);
            (await client.PostAsync("transactions/batch", "{")).ShouldBeProblem(status, code);
            (await client.PostAsync($"accounts/{bank}/reconciliation", "{")).ShouldBeProblem(status, code);
        }

        (await stranger.GetAsync("transactions")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await stranger.GetAsync($"transactions/{id}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task an_entry_is_not_reached_through_another_ledger()
    {
        var (mine, other) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        var id = (await mine.RecordAsync(new { accountId = await mine.OpenAccountAsync(), date = "2026-02-28", amount = -1 })).GetProperty("id");

        (await other.GetAsync($"transactions/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await other.GetAsync($"transactions/{id}/history")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await other.PatchAsync($"transactions/{id}", new { amount = 1 })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await other.DeleteAsync($"transactions/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await other.PostAsync($"transactions/{id}/restoration")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }
}
