using System.Net;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Features.Accounts;

/// <summary>An opening balance is what was in the account at the start of its day, whatever is entered from before.</summary>
public sealed class OpeningBalanceTests(AppFixture app)
{
    private const string History =
        """
        Date,Description,Amount
        2026-10-05,Market,-30.00
        2026-10-06,Bakery,-20.00
        2026-11-22,Cinema,-5.00
        """;

    [Fact]
    public async Task what_is_imported_from_before_it_changes_no_balance_of_today()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await OpenAsync(ledger, 100_00, "2026-11-20");

        var preview = (await ledger.PreviewAsync(History, bank)).ShouldBe(HttpStatusCode.OK).Body;
        var report = (await ledger.ImportAsync(History, bank)).ShouldCount(imported: 3, duplicates: 0, rejected: 0).Body;

        foreach (var said in new[] { preview, report, (await ledger.GetAsync($"imports/{report.GetProperty("id")}")).Body })
        {
            said.GetProperty("beforeOpening").GetInt32().ShouldBe(2);
            said.GetProperty("accounts")[0].GetProperty("beforeOpening").GetInt32().ShouldBe(2);
        }

        await ShouldHaveAsync(ledger, bank, "", 95_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-11-22", 95_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-11-21", 100_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-11-19", 100_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-10-06", 100_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-10-05", 120_00);
        await ShouldHaveAsync(ledger, bank, "?on=2026-10-04", 150_00);
        await ShouldHaveAsync(ledger, bank, "?on=0001-01-01", 150_00);
        await ShouldHaveAsync(ledger, bank, "?on=9999-12-31", 95_00);
    }

    [Fact]
    public async Task the_opening_day_counts_from_its_start()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await OpenAsync(ledger, 500, "2026-03-01"), await OpenAsync(ledger, 0, "2026-02-01", "Cash"));
        await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1, transfer = new { accountId = cash } });
        await ledger.RecordAsync(new { accountId = bank, date = "2026-03-01", amount = -10, status = "pending" });
        await ledger.RecordAsync(new { accountId = bank, date = "2026-03-31", amount = -100, transfer = new { accountId = cash } });

        await ShouldHaveAsync(ledger, bank, "", 390, cleared: 400);
        await ShouldHaveAsync(ledger, bank, "?on=2026-03-01", 490, cleared: 500);
        await ShouldHaveAsync(ledger, bank, "?on=2026-02-28", 500);
        await ShouldHaveAsync(ledger, bank, "?on=2026-02-27", 501);
        await ShouldHaveAsync(ledger, cash, "", 101);
        await ShouldHaveAsync(ledger, cash, "?on=2026-03-30", 1);
        await ShouldHaveAsync(ledger, cash, "?on=2026-01-31", 0);
    }

    [Fact]
    public async Task a_revised_opening_day_takes_in_and_leaves_out_what_lies_between()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await OpenAsync(ledger, 1000, "2026-01-10");
        foreach (var (date, amount) in new[] { ("2026-01-05", -1), ("2026-01-10", -10), ("2026-01-20", -100) })
            await ledger.RecordAsync(new { accountId = bank, date, amount });
        await ShouldHaveAsync(ledger, bank, "", 890);

        (await ledger.PatchAsync($"accounts/{bank}", new { openedOn = "2026-01-11" })).Body.GetProperty("balance").GetInt64().ShouldBe(900);
        (await ledger.PatchAsync($"accounts/{bank}", new { openedOn = "2025-12-31" })).Body.GetProperty("balance").GetInt64().ShouldBe(889);
        var both = await ledger.PatchAsync($"accounts/{bank}", new { openedOn = "2026-02-01", openingBalance = 7 });
        (both.Body.GetProperty("balance").GetInt64(), both.Body.GetProperty("clearedBalance").GetInt64()).ShouldBe((7, 7));
        await ShouldHaveAsync(ledger, bank, "?on=2026-01-04", 118);
    }

    [Fact]
    public async Task an_entry_that_is_moved_over_it_changes_the_account()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await OpenAsync(ledger, 1000, "2026-01-10");
        var entry = await ledger.RecordAsync(new { accountId = bank, date = "2026-01-09", amount = -30 });
        var before = await ledger.GetAsync($"accounts/{bank}");

        await ledger.PatchAsync($"transactions/{entry.GetProperty("id")}", new { date = "2026-01-10" });

        var after = await ledger.GetAsync($"accounts/{bank}", ("If-None-Match", before.ETag!));
        after.ShouldBe(HttpStatusCode.OK).Body.GetProperty("balance").GetInt64().ShouldBe(970);
    }

    [Fact]
    public async Task statements_are_compared_with_the_balance_of_their_day_before_it_too()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await OpenAsync(ledger, 100_00, "2026-11-20");
        (await ledger.ImportAsync(History, bank)).ShouldCount(imported: 3, duplicates: 0, rejected: 0);

        var backwards = await ReconcileAsync(ledger, bank, "2026-10-05", 120_00);
        (backwards.GetProperty("difference").GetInt64(), backwards.GetProperty("reconciled").GetInt32()).ShouldBe((0, 1));
        (await ReconcileAsync(ledger, bank, "2026-10-31", 0)).GetProperty("clearedBalance").GetInt64().ShouldBe(100_00);
        var now = await ReconcileAsync(ledger, bank, "2026-11-22", 95_00);
        (now.GetProperty("difference").GetInt64(), now.GetProperty("reconciled").GetInt32()).ShouldBe((0, 2));
    }

    [Fact]
    public async Task a_day_that_is_none_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await OpenAsync(ledger, 0, "2026-11-20");
        foreach (var path in new[] { "accounts", $"accounts/{bank}" })
        {
            (await ledger.GetAsync($"{path}?on=2026-02-30")).ShouldBlame("on");
            (await ledger.GetAsync($"{path}?on=yesterday")).ShouldBlame("on");
        }
    }

    [Theory]
    [InlineData("update ledger_heads set counted = null where ledger_id = @ledger")]
    [InlineData("update ledger_heads set counted = counted - 1 where ledger_id = @ledger")]
    public async Task balances_are_right_where_a_former_release_wrote_last(string statement)
    {
        var ledger = await app.CreateLedgerAsync();
        var database = LedgerDatabase.Of(app, ledger);
        var (bank, cash) = (await OpenAsync(ledger, 1000, "2026-01-10"), await OpenAsync(ledger, 0, "2026-01-01", "Cash"));
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-09", amount = -30, transfer = new { accountId = cash } });
        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-20", amount = -4, status = "pending" });
        var (plain, onDay) = ((await ledger.GetAsync("accounts")).Text, (await ledger.GetAsync("accounts?on=2026-01-10")).Text);
        await database.QueryAsync<int>("delete from account_days where ledger_id = @ledger");
        await database.QueryAsync<int>("insert into account_days values (@ledger, @account, false, '2026-01-01', 5, 5, 1)", ("account", bank));
        await database.QueryAsync<int>(statement);

        (await ledger.GetAsync("accounts")).Text.ShouldBe(plain);
        (await ledger.GetAsync("accounts?on=2026-01-10")).Text.ShouldBe(onDay);
        await ShouldHaveAsync(ledger, bank, "?on=2026-01-08", 1030);
        (await ReconcileAsync(ledger, bank, "2026-01-08", 0)).GetProperty("clearedBalance").GetInt64().ShouldBe(1030);
        var tag = (await ledger.GetAsync($"accounts/{cash}")).ETag!;

        await ledger.RecordAsync(new { accountId = bank, date = "2026-01-09", amount = -1 });

        (await database.QueryAsync<bool>("select counted = revision from ledger_heads where ledger_id = @ledger")).ShouldBe([true]);
        (await database.QueryAsync<string>(
            "select concat_ws(' ', is_month, date, moved, cleared, entries) from account_days where ledger_id = @ledger and account_id = @account order by 1",
            ("account", bank))).ShouldBe(["f 2026-01-09 -31 -31 2", "f 2026-01-20 -4 0 1", "t 2026-01-01 -35 -31 3"]);
        await ShouldHaveAsync(ledger, bank, "?on=2026-01-08", 1031);
        (await ledger.GetAsync($"accounts/{cash}", ("If-None-Match", tag))).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<Guid> OpenAsync(LedgerClient ledger, long openingBalance, string openedOn, string name = "Bank") =>
        (await ledger.PostAsync("accounts", new { name, type = "checking", currency = "EUR", openingBalance, openedOn }))
        .ShouldBe(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();

    private static async Task<System.Text.Json.JsonElement> ReconcileAsync(LedgerClient ledger, Guid account, string on, long balance) =>
        (await ledger.PostAsync($"accounts/{account}/reconciliation", new { on, balance })).ShouldBe(HttpStatusCode.OK).Body;

    private static async Task ShouldHaveAsync(LedgerClient ledger, Guid account, string query, long balance, long? cleared = null)
    {
        var one = (await ledger.GetAsync($"accounts/{account}{query}")).ShouldBe(HttpStatusCode.OK).Body;
        (one.GetProperty("balance").GetInt64(), one.GetProperty("clearedBalance").GetInt64()).ShouldBe((balance, cleared ?? balance), query);
        (await ledger.GetAsync($"accounts{query}")).Items.Single(item => item.GetProperty("id").GetGuid() == account).GetRawText()
            .ShouldBe(one.GetRawText());
    }
}
