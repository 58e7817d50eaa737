using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Each account has its own side of a transfer: the day and the status are those of its bank.</summary>
public sealed class TransferSideTests(AppFixture app)
{
    [Fact]
    public async Task has_a_day_and_a_status_in_each_account()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        await ledger.RecordAsync(new { accountId = savings, date = "2026-02-01", amount = -1, payee = "before" });
        var moved = await ledger.RecordAsync(Transfer(bank, savings, new { accountId = savings, date = "2026-02-02", status = "pending" }));
        await ledger.RecordAsync(new { accountId = savings, date = "2026-01-31", amount = -1, payee = "long before" });

        (moved.GetProperty("transfer").GetProperty("date").GetString(), moved.GetProperty("transfer").GetProperty("status").GetString())
            .ShouldBe(("2026-02-02", "pending"));
        (await ClearedAsync(ledger, bank), await ClearedAsync(ledger, savings), await ledger.BalanceAsync(savings)).ShouldBe((-3000, -2, 2998));
        (await ListedAsync(ledger, savings, "")).ShouldBe(["2026-02-02", "2026-02-01", "2026-01-31"]);
        (await ListedAsync(ledger, savings, "&from=2026-02-02")).ShouldBe(["2026-02-02"]);
        (await ListedAsync(ledger, savings, "&to=2026-02-01")).ShouldBe(["2026-02-01", "2026-01-31"]);
        (await ListedAsync(ledger, savings, "&status=pending")).ShouldBe(["2026-02-02"]);
        (await ListedAsync(ledger, savings, "&status=cleared&minAmount=1")).ShouldBeEmpty();
        (await ledger.GetAsync($"transactions?accountId={bank}&status=cleared&to=2026-01-30")).Items.Length.ShouldBe(1);
        (await ledger.GetAsync($"transactions?accountId={bank}&from=2026-01-31")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task says_only_what_is_other_than_the_entry_and_then_follows_it()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var moved = await ledger.RecordAsync(Transfer(bank, savings, new { accountId = savings, date = "2026-01-30", status = "cleared" }));
        moved.GetProperty("transfer").EnumerateObject().Select(member => member.Name).ShouldBe(["accountId", "amount"]);
        var path = $"transactions/{moved.GetProperty("id")}";

        await ledger.PatchAsync(path, new { date = "2026-01-29", status = "pending" });
        (await ListedAsync(ledger, savings, "&status=pending")).ShouldBe(["2026-01-29"]);

        var apart = await ledger.PatchAsync(path, new { transfer = new { date = "2026-02-02" } });
        apart.Body.GetProperty("transfer").GetProperty("amount").GetInt64().ShouldBe(3000);
        await ledger.PatchAsync(path, new { date = "2026-01-30" });
        (await ListedAsync(ledger, savings, "")).ShouldBe(["2026-02-02"]);
        await ledger.PatchAsync(path, """{"transfer":{"date":null}}""");
        (await ListedAsync(ledger, savings, "")).ShouldBe(["2026-01-30"]);
    }

    [Fact]
    public async Task is_reconciled_in_one_account_at_a_time()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var moved = await ledger.RecordAsync(Transfer(bank, savings, new { accountId = savings, date = "2026-02-02" }));
        var path = $"transactions/{moved.GetProperty("id")}";

        (await ReconcileAsync(ledger, bank, "2026-01-31", -3000)).ShouldBe((0, 1));
        Statuses((await ledger.GetAsync(path)).Body).ShouldBe(("reconciled", "cleared"));
        (await ReconcileAsync(ledger, savings, "2026-01-31", 0)).ShouldBe((0, 0));
        (await ReconcileAsync(ledger, savings, "2026-02-28", 3000)).ShouldBe((0, 1));
        Statuses((await ledger.GetAsync(path)).Body).ShouldBe(("reconciled", null));
        (await ledger.GetAsync(path)).Body.GetProperty("reconciledSides")[0].GetProperty("on").GetString().ShouldBe("2026-02-28");

        // What is unlocked in one account stays locked in the other.
        (await ledger.PatchAsync(path, new { status = "cleared" })).ShouldBe(HttpStatusCode.OK);
        Statuses((await ledger.GetAsync(path)).Body).ShouldBe(("cleared", "reconciled"));
    }

    [Fact]
    public async Task is_locked_where_it_is_reconciled_and_there_alone()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var other = await ledger.OpenAccountAsync("Other");
        var path = $"transactions/{(await ledger.RecordAsync(Transfer(bank, savings, new { accountId = savings }))).GetProperty("id")}";

        await ReconcileAsync(ledger, savings, "2026-01-31", 3000);
        await RefusedAsync(new { transfer = new { date = "2026-02-02" } });
        await RefusedAsync(new { amount = -3100 });
        await RefusedAsync(new { transfer = new { accountId = other } });
        await RefusedAsync(new { note = "x", transfer = new { status = "cleared" } });
        await RefusedAsync(new { transfer = (string?)null });
        (await ledger.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
        (await ledger.PatchAsync(path, new { date = "2026-01-28", note = "x", status = "pending" })).ShouldBe(HttpStatusCode.OK);
        (await ListedAsync(ledger, savings, "&status=reconciled")).ShouldBe(["2026-01-30"]);

        (await ledger.PatchAsync(path, new { transfer = new { status = "cleared" } })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { status = "reconciled", transfer = new { status = "cleared" } })).ShouldBe(HttpStatusCode.OK);
        await RefusedAsync(new { date = "2026-01-27" });
        await RefusedAsync(new { note = "y" });
        (await ledger.PatchAsync(path, new { transfer = new { date = "2026-02-05", status = "pending" } })).ShouldBe(HttpStatusCode.OK);
        (await ListedAsync(ledger, savings, "&status=pending")).ShouldBe(["2026-02-05"]);

        async Task RefusedAsync(object patch) => (await ledger.PatchAsync(path, patch))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.reconciled");
    }

    [Fact]
    public async Task changes_while_the_other_account_is_closed()
    {
        var (ledger, bank, savings) = await TwoAccountsAsync();
        var path = $"transactions/{(await ledger.RecordAsync(Transfer(bank, savings, new { accountId = savings, date = "2026-02-02" }))).GetProperty("id")}";
        await ledger.PostAsync($"accounts/{savings}/closure");

        (await ledger.PatchAsync(path, new { date = "2026-01-29" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { status = "pending", transfer = new { status = "cleared" } })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { status = "cleared" })).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { transfer = new { date = "2026-02-03" } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        (await ledger.PatchAsync(path, new { transfer = new { status = "pending" } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        (await ledger.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Savings)> TwoAccountsAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        return (ledger, await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
    }

    private static object Transfer(Guid from, Guid to, object transfer) => new { accountId = from, date = "2026-01-30", amount = -3000, transfer };

    private static (string?, string?) Statuses(JsonElement entry) => (
        entry.GetProperty("status").GetString(), entry.GetProperty("transfer").TryGetProperty("status", out var status) ? status.GetString() : null);

    private static async Task<long> ClearedAsync(LedgerClient ledger, Guid account) =>
        (await ledger.GetAsync($"accounts/{account}")).Body.GetProperty("clearedBalance").GetInt64();

    private static async Task<(long Difference, int Reconciled)> ReconcileAsync(LedgerClient ledger, Guid account, string on, long balance)
    {
        var answer = (await ledger.PostAsync($"accounts/{account}/reconciliation", new { on, balance })).ShouldBe(HttpStatusCode.OK).Body;
        return (answer.GetProperty("difference").GetInt64(), answer.GetProperty("reconciled").GetInt32());
    }

    /// <summary>The days of an account's list, one entry a page.</summary>
    private static async Task<List<string>> ListedAsync(LedgerClient ledger, Guid account, string filter)
    {
        var days = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await ledger.GetAsync($"transactions?accountId={account}&limit=1{filter}{(cursor is null ? "" : $"&cursor={cursor}")}");
            days.AddRange(page.ShouldBe(HttpStatusCode.OK).Items.Select(item => DayIn(item, account)));
            cursor = page.Body.GetProperty("nextCursor").GetString();
            if (cursor is null) return days;
        }
    }

    private static string DayIn(JsonElement entry, Guid account) =>
        entry.GetProperty("accountId").GetGuid() != account && entry.GetProperty("transfer").TryGetProperty("date", out var day)
            ? day.GetString()!
            : entry.GetProperty("date").GetString()!;
}
