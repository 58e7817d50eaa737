using MyBudget.Infrastructure.EventStore.Maintenance;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore;

public sealed class TotalsCommandTests(AppFixture app)
{
    private const string Days = "select d::text from account_days d where ledger_id = @ledger order by 1";

    [Fact]
    public async Task finds_no_drift_in_what_the_api_wrote()
    {
        var ledger = await WrittenLedgerAsync();
        var before = await ledger.RevisionAsync();

        (await RunAsync(TotalsAction.Check, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift"));
        (await RunAsync(TotalsAction.Rebuild, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift, mended"));
        (await ledger.RevisionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task counts_what_a_former_release_did_not()
    {
        var ledger = await WrittenLedgerAsync();
        var database = LedgerDatabase.Of(app, ledger);
        var days = await database.QueryAsync<string>(Days);
        await database.QueryAsync<int>("delete from account_days where ledger_id = @ledger");
        await database.QueryAsync<int>("update ledger_heads set counted = null where ledger_id = @ledger");

        (await RunAsync(TotalsAction.Check, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift"));
        (await database.QueryAsync<string>(Days)).ShouldBeEmpty();
        (await RunAsync(TotalsAction.Rebuild, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift, mended"));
        (await database.QueryAsync<string>(Days)).ShouldBe(days);
        (await database.QueryAsync<bool>("select counted = revision from ledger_heads where ledger_id = @ledger")).ShouldBe([true]);
    }

    [Fact]
    public async Task passes_over_the_traces_of_lost_appends()
    {
        var ledger = await WrittenLedgerAsync();
        await LedgerDatabase.Of(app, ledger).LoseAnAppendAsync();

        (await RunAsync(TotalsAction.Rebuild, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift, mended"));
    }

    [Theory]
    [InlineData("account_balances", "update account_balances set balance = balance + 7 where ledger_id = @ledger")]
    [InlineData("account_balances", "delete from account_balances where ledger_id = @ledger")]
    [InlineData("account_days", "update account_days set moved = moved + 7 where ledger_id = @ledger and is_month")]
    [InlineData("account_days", "delete from account_days where ledger_id = @ledger")]
    [InlineData("day_totals", "update day_totals set outflow = outflow - 1, entries = entries + 1 where ledger_id = @ledger")]
    [InlineData("day_totals", "insert into day_totals values (@ledger, '2026-01-01', @ledger, @ledger, 0, 0, 0)")]
    [InlineData("budget_spending", "update budget_spending set spent = spent + 1 where ledger_id = @ledger")]
    [InlineData("ledger_changes", "update ledger_changes set deleted = not deleted where ledger_id = @ledger and kind = 'transaction'")]
    public async Task reports_rows_that_the_events_do_not_give_and_mends_them(string table, string corruption)
    {
        var ledger = await WrittenLedgerAsync();
        var accounts = (await ledger.GetAsync("accounts")).Text;
        var account = (await ledger.GetAsync("accounts")).Items[0].GetProperty("id");
        var tag = (await ledger.GetAsync($"accounts/{account}")).ETag!;
        var revision = await ledger.RevisionAsync();
        await LedgerDatabase.Of(app, ledger).QueryAsync<int>(corruption);

        var (isClean, report) = await RunAsync(TotalsAction.Check, ledger);
        isClean.ShouldBeFalse();
        report.ShouldContain($"{ledger.LedgerId} {table}: ");
        report.ShouldContain("1 ledgers compared, 1 with drift");
        (await RunAsync(TotalsAction.Check, ledger)).ShouldBe((false, report));
        (await ledger.RevisionAsync()).ShouldBe(revision);

        (await RunAsync(TotalsAction.Rebuild, ledger)).IsClean.ShouldBeTrue();
        (await RunAsync(TotalsAction.Check, ledger)).ShouldBe((true, "1 ledgers compared, 0 with drift"));
        (await ledger.GetAsync("accounts")).Text.ShouldBe(accounts);
        // Whoever has seen the wrong figures is given the right ones.
        (await ledger.GetAsync($"accounts/{account}", ("If-None-Match", tag))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await LedgerDatabase.Of(app, ledger).QueryAsync<long>("select distinct revision from ledger_changes where ledger_id = @ledger"))
            .ShouldBe([revision + 1]);
        await ledger.RecordAsync(new { accountId = account, date = "2026-02-28", amount = -1 });
        (await RunAsync(TotalsAction.Check, ledger)).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task mends_only_the_ledger_it_is_told_to()
    {
        var (one, other) = (await WrittenLedgerAsync(), await WrittenLedgerAsync());
        foreach (var ledger in new[] { one, other })
            await LedgerDatabase.Of(app, ledger).QueryAsync<int>("update account_balances set cleared = 0 where ledger_id = @ledger");

        (await RunAsync(TotalsAction.Rebuild, one)).IsClean.ShouldBeTrue();

        (await RunAsync(TotalsAction.Check, one)).IsClean.ShouldBeTrue();
        (await RunAsync(TotalsAction.Check, other)).IsClean.ShouldBeFalse();
    }

    [Fact]
    public async Task says_when_a_stored_entry_is_another_than_its_events_tell()
    {
        var ledger = await WrittenLedgerAsync();
        await LedgerDatabase.Of(app, ledger).QueryAsync<int>(
            """
            update mt_doc_transaction set data = jsonb_set(data, '{amount}', '-11') where tenant_id = @ledger::text and data->>'amount' = '-3'
            """);

        var (isClean, report) = await RunAsync(TotalsAction.Rebuild, ledger);

        isClean.ShouldBeFalse();
        report.ShouldContain("account_days by the stored entities: 2 rows stored (-) that the events do not give, 2 (+) that they do");
        report.ShouldEndWith("totals: of 1 the stored entities differ from their events, which no rebuild mends: please report it");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("rebuild")]
    public async Task says_that_there_is_no_such_ledger(string action)
    {
        await using var output = new StringWriter();
        var unknown = Guid.CreateVersion7();

        var isClean = await TotalsCommand.RunAsync(
            app.Host.Services, Enum.Parse<TotalsAction>(action, ignoreCase: true), unknown, output, TestContext.Current.CancellationToken);

        isClean.ShouldBeFalse();
        output.ToString().Trim().ShouldBe($"totals: there is no ledger {unknown}");
    }

    private async Task<LedgerClient> WrittenLedgerAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank", openingBalance: 500), await ledger.OpenAccountAsync("Cash"));
        var (food, fun) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun"));
        await ledger.PostAsync("budgets", new
        {
            name = "Food",
            amount = 100,
            currency = "EUR",
            period = "month",
            startsOn = "2024-01-31",
            categoryIds = new[] { food },
            rollover = "both",
        });
        var entry = new { accountId = bank, date = "2024-02-29", amount = -10, categoryId = food };
        var moved = await ledger.RecordAsync(entry);
        await ledger.PatchAsync($"transactions/{moved.GetProperty("id")}", new { date = "2024-03-31", accountId = cash });
        var receipt = $"transactions/{moved.GetProperty("id")}/receipts/{Guid.CreateVersion7()}";
        await ledger.PutAsync(receipt, Picture.Content(Picture.Jpeg()));
        await ledger.DeleteAsync(receipt);
        await ledger.PostAsync("transactions/batch", new { transactions = Enumerable.Range(1, 5).Select(n => entry with { amount = -n }) });
        var gone = await ledger.RecordAsync(new { accountId = bank, date = "2024-02-29", amount = -10, transfer = new { accountId = cash } });
        await ledger.DeleteAsync($"transactions/{gone.GetProperty("id")}");
        await ledger.PostAsync($"categories/{food}/merger", new { into = fun });
        await ledger.PatchAsync($"accounts/{bank}", new { openingBalance = 700 });
        return ledger;
    }

    private async Task<(bool IsClean, string Report)> RunAsync(TotalsAction action, LedgerClient ledger)
    {
        await using var output = new StringWriter();
        var isClean = await TotalsCommand.RunAsync(app.Host.Services, action, ledger.LedgerId, output, TestContext.Current.CancellationToken);
        return (isClean, output.ToString().Trim());
    }
}
