using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class BulkRevisionTests(AppFixture app)
{
    [Fact]
    public async Task changes_many_in_one_write_and_lists_what_it_does_not_fit()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var food = await ledger.CreateCategoryAsync("Food");
        var plain = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -100, tags = new[] { "trip" } });
        var already = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -100, categoryId = food, tags = new[] { "Seen" } });
        var locked = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -7, status = "reconciled" });
        var transfer = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -5, transfer = new { accountId = cash } });
        var split = await RecordAsync(ledger, new { accountId = bank, date = "2026-03-01", amount = -5, splits = new[] { new { amount = -5 } } });
        var gone = Guid.CreateVersion7();
        Guid[] ids = [plain, already, locked, transfer, split, gone];
        var revision = await ledger.RevisionAsync();

        var tried = await ReviseAsync(ledger, new { ids }, new { categoryId = food, addTags = new[] { "seen" } }, dryRun: true);
        tried.ShouldBe(HttpStatusCode.OK);
        (await ledger.RevisionAsync()).ShouldBe(revision);
        var revised = await ReviseAsync(ledger, new { ids }, new { categoryId = food, addTags = new[] { "seen" } }, expect: 6);

        revised.ShouldBe(HttpStatusCode.Created);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        foreach (var report in new[] { tried.Body, revised.Body })
        {
            Counts(report).ShouldBe((6, 1, 1));
            Skipped(report).ShouldBe(
            [
                (gone, "transactions.gone"), (locked, "transactions.reconciled"), (transfer, "transactions.transfer-category"),
                (split, "transactions.bulk-split"),
            ], ignoreOrder: true);
        }

        var after = await GetAsync(ledger, plain);
        after.GetProperty("categoryId").GetGuid().ShouldBe(food);
        Tags(after).ShouldBe(["trip", "seen"]);
        (await GetAsync(ledger, locked)).GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task is_undone_as_one_and_leaves_what_was_changed_since()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        Guid[] ids = [.. await Task.WhenAll(Enumerable.Range(1, 3).Select(n => RecordAsync(ledger, Entry(bank, -n))))];
        var done = (await ReviseAsync(ledger, new { ids }, new { payee = "Baker", moveDays = 3, status = "pending" })).ShouldBe(HttpStatusCode.Created).Body;
        (await GetAsync(ledger, ids[0])).GetProperty("date").GetString().ShouldBe("2026-03-04");
        await ledger.PatchAsync($"transactions/{ids[1]}", new { payee = "Butcher" });
        await ledger.PatchAsync($"transactions/{ids[2]}", new { note = "kept" });
        var revision = await ledger.RevisionAsync();

        var path = $"transactions/revisions/{done.GetProperty("id")}";
        var undone = (await ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.OK).Body;

        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        undone.GetProperty("restored").GetInt32().ShouldBe(2);
        undone.GetProperty("notRestored")[0].GetProperty("id").GetGuid().ShouldBe(ids[1]);
        undone.GetProperty("notRestored")[0].GetProperty("reason").GetString().ShouldBe("transactions.bulk-changed");
        (await GetAsync(ledger, ids[1])).GetProperty("payee").GetString().ShouldBe("Butcher");
        var third = await GetAsync(ledger, ids[2]);
        (third.GetProperty("date").GetString(), third.GetProperty("status").GetString(), third.GetProperty("note").GetString())
            .ShouldBe(("2026-03-01", "cleared", "kept"));
        third.TryGetProperty("payee", out var payee).ShouldBe(payee.ValueKind is JsonValueKind.Null);
        (await ledger.DeleteAsync(path)).ShouldBe(HttpStatusCode.OK).Body.ShouldBeJson(undone);
        (await ledger.GetAsync(path)).Body.ShouldBeJson(undone);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
    }

    [Fact]
    public async Task deletes_and_brings_back()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        var (first, second) = (await RecordAsync(ledger, Entry(bank, -10)), await RecordAsync(ledger, Entry(bank, -20)));

        var done = (await ReviseAsync(ledger, new { ids = new[] { first, second } }, new { delete = true })).ShouldBe(HttpStatusCode.Created).Body;
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        await ledger.PostAsync($"transactions/{second}/restoration");
        var undone = (await ledger.DeleteAsync($"transactions/revisions/{done.GetProperty("id")}")).ShouldBe(HttpStatusCode.OK).Body;

        undone.GetProperty("restored").GetInt32().ShouldBe(1);
        (await ledger.BalanceAsync(bank)).ShouldBe(-30);
    }

    [Fact]
    public async Task unlocks_a_month_by_its_status_alone_and_locks_it_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        var id = await RecordAsync(ledger, Entry(bank, -10));
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = "2026-03-31", balance = -10 })).ShouldBe(HttpStatusCode.OK);
        var before = await GetAsync(ledger, id);

        var done = (await ReviseAsync(ledger, new { ids = new[] { id } }, new { status = "cleared" })).ShouldBe(HttpStatusCode.Created).Body;
        (await GetAsync(ledger, id)).GetProperty("status").GetString().ShouldBe("cleared");
        (await ledger.DeleteAsync($"transactions/revisions/{done.GetProperty("id")}")).ShouldBe(HttpStatusCode.OK);

        var after = await GetAsync(ledger, id);
        (after.GetProperty("status").GetString(), after.GetProperty("reconciledOn").GetString())
            .ShouldBe(("reconciled", before.GetProperty("reconciledOn").GetString()));
    }

    [Fact]
    public async Task a_repeated_request_changes_nothing_and_answers_the_same()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        Guid[] ids = [await RecordAsync(ledger, Entry(bank, -10))];
        var id = Guid.CreateVersion7();
        object Body(int days) => new { id, where = new { ids }, change = new { moveDays = days } };

        var first = (await ledger.PostAsync("transactions/revisions", Body(1))).ShouldBe(HttpStatusCode.Created).Body;
        var again = (await ledger.PostAsync("transactions/revisions", Body(1))).ShouldBe(HttpStatusCode.Created).Body;

        again.ShouldBeJson(first);
        (await GetAsync(ledger, ids[0])).GetProperty("date").GetString().ShouldBe("2026-03-02");
        (await ledger.PostAsync("transactions/revisions", Body(2))).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
    }

    [Fact]
    public async Task changes_what_a_filter_finds()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var inMarch = await RecordAsync(ledger, Entry(bank, -10));
        await RecordAsync(ledger, new { accountId = bank, date = "2026-04-01", amount = -10 });
        await RecordAsync(ledger, Entry(cash, -10));

        var where = new { accountId = new[] { bank }, to = "2026-03-31" };
        var done = (await ReviseAsync(ledger, where, new { accountId = cash }, expect: 1)).ShouldBe(HttpStatusCode.Created).Body;

        Counts(done).ShouldBe((1, 1, 0));
        (await GetAsync(ledger, inMarch)).GetProperty("accountId").GetGuid().ShouldBe(cash);
        (await ledger.BalanceAsync(cash)).ShouldBe(-20);
        (await ReviseAsync(ledger, where, new { payee = "x" })).ShouldBe(HttpStatusCode.OK).Body.GetProperty("matched").GetInt32().ShouldBe(0);
        (await ReviseAsync(ledger, new { accountId = new[] { " " } }, new { payee = "x" })).ShouldBlame("where", "required");
        (await ReviseAsync(ledger, new { accountId = new[] { "x" } }, new { payee = "x" })).ShouldBlame("where.accountId", "id");
        (await ReviseAsync(ledger, new { q = "x", ids = new[] { inMarch } }, new { payee = "x" })).ShouldBlame("where.ids", "not-allowed");
        (await ReviseAsync(ledger, new { deleted = true, q = "x" }, new { payee = "x" })).ShouldBlame("where.deleted", "not-allowed");
    }

    [Fact]
    public async Task another_number_than_expected_changes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        Guid[] ids = [await RecordAsync(ledger, Entry(bank, -10))];

        var refused = await ReviseAsync(ledger, new { ids }, new { payee = "x" }, expect: 2);

        refused.ShouldBeProblem(HttpStatusCode.Conflict, "transactions.bulk-expected");
        (await GetAsync(ledger, ids[0])).GetProperty("version").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task names_what_is_wrong_with_the_request()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync("Bank");
        Guid[] ids = [await RecordAsync(ledger, Entry(bank, -10))];

        (await ledger.PostAsync("transactions/revisions", new { change = new { payee = "x" } })).ShouldBlame("where", "required");
        (await ReviseAsync(ledger, new { }, new { payee = "x" })).ShouldBlame("where", "required");
        (await ReviseAsync(ledger, new { ids = Array.Empty<Guid>() }, new { payee = "x" })).ShouldBlame("where", "required");
        (await ReviseAsync(ledger, new { ids }, new { })).ShouldBlame("change", "required");
        (await ReviseAsync(ledger, new { ids }, new { date = "2026-01-01", moveDays = 1 })).ShouldBlame("change.moveDays", "not-allowed");
        (await ReviseAsync(ledger, new { ids }, new { delete = true, payee = "x" })).ShouldBlame("change.delete", "not-allowed");
        (await ReviseAsync(ledger, new { ids }, new { addTags = new[] { " " } })).ShouldBlame("change.addTags[0]", "required");
        (await ReviseAsync(ledger, new { ids }, new { amount = 1 })).ShouldBlame("change.amount", "unknown-member");
        (await ReviseAsync(ledger, new { ids = Enumerable.Range(0, 5001).Select(_ => Guid.NewGuid()) }, new { payee = "x" })).ShouldBlame("where.ids", "too-many");
        (await ReviseAsync(ledger, new { ids }, new { categoryId = Guid.NewGuid() }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-category");
        (await ReviseAsync(ledger, new { ids }, new { accountId = Guid.NewGuid() }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-account");
    }

    private static object Entry(Guid account, long amount) => new { accountId = account, date = "2026-03-01", amount };

    private static async Task<Guid> RecordAsync(LedgerClient ledger, object entry) => (await ledger.RecordAsync(entry)).GetProperty("id").GetGuid();

    private static async Task<JsonElement> GetAsync(LedgerClient ledger, Guid id) => (await ledger.GetAsync($"transactions/{id}")).Body;

    private static Task<ApiResponse> ReviseAsync(LedgerClient ledger, object where, object change, bool? dryRun = null, int? expect = null) =>
        ledger.PostAsync("transactions/revisions", new { where, change, dryRun, expect });

    private static (int, int, int) Counts(JsonElement report) =>
        (report.GetProperty("matched").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32());

    private static IEnumerable<(Guid, string?)> Skipped(JsonElement report) =>
        report.GetProperty("skipped").EnumerateArray().Select(skipped => (skipped.GetProperty("id").GetGuid(), skipped.GetProperty("reason").GetString()));

    private static IEnumerable<string?> Tags(JsonElement transaction) => transaction.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
}
