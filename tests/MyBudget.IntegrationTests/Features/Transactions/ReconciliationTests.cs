using System.Net;
using System.Text.Json;
using MyBudget.Domain;
using MyBudget.Infrastructure.EventStore.Maintenance;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What an account agreed with is kept, and the last of it can be taken back.</summary>
public sealed class ReconciliationTests(AppFixture app)
{
    [Fact]
    public async Task each_agreement_is_listed_newest_first()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank", openingBalance: 1000), await ledger.OpenAccountAsync("Cash"));
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("lastReconciledOn").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ListAsync(ledger, bank)).Items.ShouldBeEmpty();
        foreach (var amount in new[] { -1, -2 }) await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount });

        (await ReconcileAsync(ledger, bank, "2026-01-31", 1)).GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        var january = await ReconcileAsync(ledger, bank, "2026-01-31", 997);
        var february = await ReconcileAsync(ledger, bank, "2026-02-28", 997);
        var december = await ReconcileAsync(ledger, bank, "2025-12-31", 1000);

        var items = (await ListAsync(ledger, bank)).Items;
        items.Select(item => item.GetProperty("id").GetGuid()).ShouldBe([december.GetProperty("id").GetGuid(), february.GetProperty("id").GetGuid(), january.GetProperty("id").GetGuid()]);
        items.Select(item => item.GetProperty("on").GetString()).ShouldBe(["2025-12-31", "2026-02-28", "2026-01-31"]);
        items.Select(item => item.GetProperty("balance").GetInt64()).ShouldBe([1000, 997, 997]);
        items.Select(item => item.GetProperty("entries").GetInt32()).ShouldBe([0, 0, 2]);
        items[0].GetProperty("createdBy").GetGuid().ShouldBe(ledger.UserId);
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("lastReconciledOn").GetString().ShouldBe("2026-02-28");
        (await ListAsync(ledger, cash)).Items.ShouldBeEmpty();
        (await ListAsync(ledger, Guid.CreateVersion7())).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.GetAsync($"accounts/{bank}/reconciliations?limit=0")).ShouldBlame("limit", "range");

        var first = await ledger.GetAsync($"accounts/{bank}/reconciliations?limit=2");
        var next = await ledger.GetAsync($"accounts/{bank}/reconciliations?limit=2&cursor={first.Body.GetProperty("nextCursor").GetString()}");
        first.Items.Concat(next.Items).Select(item => item.GetRawText()).ShouldBe(items.Select(item => item.GetRawText()));
        next.Body.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task the_same_statement_again_is_the_same_reconciliation()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank", openingBalance: 1000);
        var first = await ReconcileAsync(ledger, bank, "2026-01-31", 1000);
        var revision = await ledger.RevisionAsync();

        (await ReconcileAsync(ledger, bank, "2026-01-31", 1000)).GetProperty("id").GetGuid().ShouldBe(first.GetProperty("id").GetGuid());
        (await ledger.RevisionAsync()).ShouldBe(revision);
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-31", amount = 5 });
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-31", amount = -5 });
        (await ReconcileAsync(ledger, bank, "2026-01-31", 1000)).GetProperty("reconciled").GetInt32().ShouldBe(2);
        (await ListAsync(ledger, bank)).Items.Select(item => item.GetProperty("entries").GetInt32()).ShouldBe([2, 0]);
    }

    [Fact]
    public async Task undoing_the_last_one_makes_its_entries_cleared_again_at_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var old = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount = -1 });
        var january = await ReconcileAsync(ledger, bank, "2026-01-31", -1);
        var entries = new List<Guid>();
        foreach (var amount in new[] { -2, -4, -8, -16, -32 })
            entries.Add((await ledger.RecordAsync(new { accountId = bank, date = "2026-02-15", amount, transfer = amount == -32 ? new { accountId = cash } : null })).GetProperty("id").GetGuid());
        var february = await ReconcileAsync(ledger, bank, "2026-02-28", -63);
        await ledger.PatchAsync($"transactions/{entries[0]}", new { status = "cleared" });
        await ledger.PatchAsync($"transactions/{entries[0]}", new { note = "mine" });
        await ledger.PatchAsync($"transactions/{entries[1]}", new { status = "cleared" });
        await ledger.DeleteAsync($"transactions/{entries[1]}");
        await ledger.PatchAsync($"transactions/{entries[2]}", new { status = "pending" });
        await ledger.PatchAsync($"transactions/{entries[2]}", new { status = "reconciled" });
        var (revision, tag) = (await ledger.RevisionAsync(), (await ledger.GetAsync($"accounts/{bank}")).ETag!);

        (await UndoAsync(ledger, bank, january)).ShouldBeProblem(HttpStatusCode.Conflict, "transactions.reconciliation-not-last");
        (await UndoAsync(ledger, cash, february)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ledger.DeleteAsync($"accounts/{bank}/reconciliations/{february.GetProperty("id")}", ("If-Match", "\"2\"")))
            .ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        var undone = (await UndoAsync(ledger, bank, february)).ShouldBe(HttpStatusCode.OK).Body;

        (undone.GetProperty("on").GetString(), undone.GetProperty("balance").GetInt64(), undone.GetProperty("cleared").GetInt32()).ShouldBe(("2026-02-28", -63, 2));
        undone.GetProperty("left").EnumerateArray().Select(left => (left.GetProperty("transactionId").GetGuid(), left.GetProperty("why").GetString()))
            .ShouldBe([(entries[0], "unlocked"), (entries[1], "deleted"), (entries[2], "reconciledOtherwise")], ignoreOrder: true);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await StatusAsync(ledger, entries[2])).ShouldBe("reconciled");
        (await StatusAsync(ledger, entries[3])).ShouldBe("cleared");
        (await StatusAsync(ledger, entries[4])).ShouldBe("cleared");
        (await StatusAsync(ledger, old.GetProperty("id").GetGuid())).ShouldBe("reconciled");
        (await ledger.GetAsync($"transactions/{entries[3]}")).Body.TryGetProperty("reconciledOn", out _).ShouldBeFalse();

        var account = await ledger.GetAsync($"accounts/{bank}", ("If-None-Match", tag));
        account.ShouldBe(HttpStatusCode.OK).Body.GetProperty("lastReconciledOn").GetString().ShouldBe("2026-01-31");
        (await UndoAsync(ledger, bank, february)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await UndoAsync(ledger, bank, january)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("cleared").GetInt32().ShouldBe(1);
        (await ListAsync(ledger, bank)).Items.ShouldBeEmpty();
        (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task an_entry_that_is_locked_again_unchanged_is_of_the_same_statement()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
        var ids = new List<Guid>();
        foreach (var amount in new[] { -1, -2, -4, -8, -16 })
            ids.Add((await ledger.RecordAsync(new { accountId = bank, date = "2026-01-15", amount, transfer = amount == -8 ? new { accountId = savings } : null })).GetProperty("id").GetGuid());
        var (noted, paid, pending, both, moved) = (ids[0], ids[1], ids[2], ids[3], ids[4]);
        var january = await ReconcileAsync(ledger, bank, "2026-01-31", -31);
        await ReconcileAsync(ledger, savings, "2026-02-28", 8);
        async Task EditAsync(Guid id, object unlocked, params object[] edits)
        {
            foreach (var patch in (object[])[unlocked, .. edits, new { status = "reconciled" }])
                (await ledger.PatchAsync($"transactions/{id}", patch)).ShouldBe(HttpStatusCode.OK);
        }

        await EditAsync(noted, new { status = "cleared" }, new { note = "mine" });
        await EditAsync(paid, new { status = "cleared" }, new { amount = -3 });
        await EditAsync(moved, new { status = "cleared" }, new { date = "2026-01-16" }, new { date = "2026-01-15" });
        await EditAsync(pending, new { status = "pending" });
        await EditAsync(both, new { status = "cleared", transfer = new { status = "cleared" } }, new { note = "ours" });

        (await StatementAsync(ledger, noted)).ShouldBe("2026-01-31");
        (await StatementAsync(ledger, paid)).ShouldBeNull();
        (await StatementAsync(ledger, pending)).ShouldBeNull();
        (await StatementAsync(ledger, both)).ShouldBe("2026-01-31");
        (await StatementAsync(ledger, moved)).ShouldBe("2026-01-31");
        (await ledger.GetAsync($"transactions/{both}")).Body.GetProperty("reconciledSides")[0].GetProperty("on").GetString().ShouldBe("2026-02-28");
        var undone = (await UndoAsync(ledger, bank, january)).ShouldBe(HttpStatusCode.OK).Body;
        undone.GetProperty("left").EnumerateArray().Select(left => left.GetProperty("transactionId").GetGuid()).ShouldBe([paid, pending], ignoreOrder: true);

        await ledger.PatchAsync($"transactions/{noted}", new { status = "reconciled" });
        (await StatementAsync(ledger, noted)).ShouldBeNull();
        (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task viewers_see_them_and_undo_none()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        var made = await ReconcileAsync(ledger, bank, "2026-01-31", 0);
        var viewer = await ledger.InviteAsync(LedgerRole.Viewer);

        (await ListAsync(viewer, bank)).Items.Length.ShouldBe(1);
        (await UndoAsync(viewer, bank, made)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await UndoAsync(await app.CreateLedgerAsync(), bank, made)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task an_account_that_is_deleted_takes_them_along()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        await ReconcileAsync(ledger, bank, "2026-01-31", 0);
        await ReconcileAsync(ledger, cash, "2026-01-31", 0);

        (await ledger.DeleteAsync($"accounts/{bank}")).ShouldBe(HttpStatusCode.NoContent);

        (await ListAsync(ledger, bank)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(ledger, cash)).Items.Length.ShouldBe(1);
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>(
            "select count(*) from ledger_changes where ledger_id = @ledger and kind = 'reconciliation' and deleted")).ShouldBe([1]);
        (await TotalsCommand.RunAsync(app.Host.Services, TotalsAction.Check, ledger.LedgerId, TextWriter.Null, TestContext.Current.CancellationToken))
            .ShouldBeTrue();
    }

    private static async Task<JsonElement> ReconcileAsync(LedgerClient ledger, Guid account, string on, long balance) =>
        (await ledger.PostAsync($"accounts/{account}/reconciliation", new { on, balance })).ShouldBe(HttpStatusCode.OK).Body;

    private static Task<ApiResponse> ListAsync(LedgerClient ledger, Guid account) => ledger.GetAsync($"accounts/{account}/reconciliations");

    private static Task<ApiResponse> UndoAsync(LedgerClient ledger, Guid account, JsonElement made) =>
        ledger.DeleteAsync($"accounts/{account}/reconciliations/{made.GetProperty("id")}");

    private static async Task<string?> StatementAsync(LedgerClient ledger, Guid entry) =>
        (await ledger.GetAsync($"transactions/{entry}")).Body.TryGetProperty("reconciledOn", out var on) ? on.GetString() : null;

    private static async Task<string?> StatusAsync(LedgerClient ledger, Guid entry) =>
        (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("status").GetString();
}
