using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class ReconcileAccountTests(AppFixture app)
{
    [Fact]
    public async Task tells_the_difference_and_marks_nothing_until_it_is_gone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank", openingBalance: 1000);
        var cleared = await ledger.RecordAsync(new { accountId = bank, date = "2024-02-29", amount = -300 });
        var pending = await ledger.RecordAsync(new { accountId = bank, date = "2024-02-29", amount = -50, status = "pending" });
        var later = await ledger.RecordAsync(new { accountId = bank, date = "2024-03-01", amount = -7 });
        var revision = await ledger.RevisionAsync();

        ShouldBe(await ReconcileAsync(ledger, bank, "2024-02-29", 650), cleared: 700, difference: -50, reconciled: 0, pending: 1);
        (await ledger.RevisionAsync()).ShouldBe(revision);

        ShouldBe(await ReconcileAsync(ledger, bank, "2024-02-29", 700), cleared: 700, difference: 0, reconciled: 1, pending: 1);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await StatusAsync(ledger, cleared)).ShouldBe("reconciled");
        (await StatusAsync(ledger, pending)).ShouldBe("pending");
        (await StatusAsync(ledger, later)).ShouldBe("cleared");

        ShouldBe(await ReconcileAsync(ledger, bank, "2024-02-29", 700), cleared: 700, difference: 0, reconciled: 0, pending: 1);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        var history = (await ledger.GetAsync($"transactions/{cleared.GetProperty("id")}/history")).Items;
        history[0].GetProperty("was").GetProperty("status").GetString().ShouldBe("cleared");
        history[0].GetProperty("now").GetProperty("status").GetString().ShouldBe("reconciled");
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("clearedBalance").GetInt64().ShouldBe(693);
    }

    [Fact]
    public async Task counts_the_other_side_of_transfers_and_leaves_out_what_is_deleted()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, dollars) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Dollars", "USD", openingBalance: -100));
        var transfer = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -500, transfer = new { accountId = dollars, amount = 550 } });
        var gone = await ledger.RecordAsync(new { accountId = dollars, date = "2026-02-28", amount = -9 });
        await ledger.DeleteAsync($"transactions/{gone.GetProperty("id")}");

        ShouldBe(await ReconcileAsync(ledger, dollars, "2026-02-27", -100), cleared: -100, difference: 0, reconciled: 0, pending: 0);
        ShouldBe(await ReconcileAsync(ledger, dollars, "2026-11-01", 450), cleared: 450, difference: 0, reconciled: 1, pending: 0);
        (await StatusAsync(ledger, transfer)).ShouldBe("cleared");
        ShouldBe(await ReconcileAsync(ledger, bank, "2026-11-01", -500), cleared: -500, difference: 0, reconciled: 1, pending: 0);
        (await StatusAsync(ledger, transfer)).ShouldBe("reconciled");
    }

    [Fact]
    public async Task an_entry_reconciled_in_bulk_can_be_unlocked_and_changed_like_any_other()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -5, tags = new[] { "a" } });
        await ReconcileAsync(ledger, bank, "2026-02-28", -5);
        var path = $"transactions/{entry.GetProperty("id")}";

        (await ledger.PatchAsync(path, new { status = "cleared" }, ("If-Match", "\"2\""))).ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"3\"");
        (await ledger.PatchAsync(path, new { amount = -6 }, ("If-Match", "\"3\""))).ShouldBe(HttpStatusCode.OK);
        (await ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
    }

    [Fact]
    public async Task numbers_too_large_are_refused_and_missing_ones_are_named()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync(openingBalance: 999_999_999_999_999);

        (await ReconcileAsync(ledger, bank, "2026-02-28", long.MinValue)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "money.overflow");
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", """{"on":"2026-02-28"}""")).ShouldBlame("balance", "required");
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", """{"balance":1}""")).ShouldBlame("on", "required");
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", """{"balance":1,"on":"2200-01-01"}""")).ShouldBlame("on", "date-range");
        (await ReconcileAsync(ledger, Guid.CreateVersion7(), "2026-02-28", 1)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    private static Task<ApiResponse> ReconcileAsync(LedgerClient ledger, Guid account, string on, long balance) =>
        ledger.PostAsync($"accounts/{account}/reconciliation", new { on, balance });

    private static async Task<string?> StatusAsync(LedgerClient ledger, System.Text.Json.JsonElement entry) =>
        (await ledger.GetAsync($"transactions/{entry.GetProperty("id")}")).Body.GetProperty("status").GetString();

    private static void ShouldBe(ApiResponse answer, long cleared, long difference, int reconciled, int pending)
    {
        answer.ShouldBe(HttpStatusCode.OK);
        answer.Body.GetProperty("clearedBalance").GetInt64().ShouldBe(cleared);
        answer.Body.GetProperty("difference").GetInt64().ShouldBe(difference);
        answer.Body.GetProperty("reconciled").GetInt32().ShouldBe(reconciled);
        answer.Body.GetProperty("pending").GetInt32().ShouldBe(pending);
    }
}
