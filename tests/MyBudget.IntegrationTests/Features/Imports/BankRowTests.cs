using System.Net;
using System.Text.Json;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>A row of a bank's file that met an entry is kept with it, so that it is never decided anew.</summary>
public sealed class BankRowTests(AppFixture app)
{
    [Fact]
    public async Task an_entry_made_by_hand_answers_for_one_row_in_one_file_and_no_other()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await RecordAsync(ledger, bank, -300, date: "2026-10-12", payee: "Coffee", status: "pending");

        for (var day = 12; day <= 18; day++)
        {
            (await ledger.ImportAsync(Checking(Entry($"C{day}", $"202610{day}", "-3.00", "COFFEE BAR")), bank))
                .ShouldCount(day == 12 ? 0 : 1, day == 12 ? 1 : 0, 0);
        }

        (await ledger.BalanceAsync(bank)).ShouldBe(-2100);
    }

    [Fact]
    public async Task one_arrival_of_a_transfer_is_met_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var (from, to) = (await ledger.OpenAccountAsync("From"), await ledger.OpenAccountAsync("To"));
        await ledger.PostAsync("transactions", new { accountId = from, date = "2026-10-10", amount = -5000, transfer = new { accountId = to } });

        foreach (var day in new[] { 10, 12, 14 }) await ledger.ImportAsync(Checking(Entry($"T{day}", $"202610{day}", "50.00", "")), to);

        (await ledger.BalanceAsync(to)).ShouldBe(15000);
    }

    [Theory]
    [InlineData("""{"date":"2026-10-01"}""", -4200)]
    [InlineData("""{"amount":-4300}""", -4300)]
    [InlineData("""{"payee":"Somebody else","date":"2026-10-04"}""", -4200)]
    public async Task a_row_that_was_met_is_known_again_whatever_is_edited(string patch, long balance)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        foreach (var file in new[] { Checking(Entry("F1", "20261011", "-42.00", "SHOP")), Rows("2026-10-11,SHOP,-42.00") })
        {
            var entry = (await RecordAsync(ledger, bank, -4200, date: "2026-10-10")).GetProperty("id").GetGuid();
            (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);
            (await ledger.PatchAsync($"transactions/{entry}", JsonSerializer.Deserialize<JsonElement>(patch))).ShouldBe(HttpStatusCode.OK);

            (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);

            (await ledger.BalanceAsync(bank)).ShouldBe(balance);
            await ledger.DeleteAsync($"transactions/{entry}");
        }
    }

    [Fact]
    public async Task a_pending_entry_is_cleared_by_its_row_and_pending_again_once_the_import_is_undone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = (await RecordAsync(ledger, bank, -4200, date: "2026-10-10", status: "pending")).GetProperty("id").GetGuid();

        var import = (await ledger.ImportAsync(Checking(Entry("F1", "20261011", "-42.00", "SHOP")), bank)).ShouldCount(0, 1, 0);
        var met = await ledger.GetAsync($"transactions/{entry}");
        met.Body.GetProperty("status").GetString().ShouldBe("cleared");
        met.Body.GetProperty("bankRows")[0].GetProperty("bankId").GetString().ShouldBe("F1");
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("clearedBalance").GetInt64().ShouldBe(-4200);

        (await ledger.DeleteAsync($"imports/{import.Body.GetProperty("id").GetGuid()}")).ShouldBe(HttpStatusCode.NoContent);

        var left = await ledger.GetAsync($"transactions/{entry}");
        left.Body.GetProperty("status").GetString().ShouldBe("pending");
        left.Body.TryGetProperty("bankRows", out _).ShouldBeFalse();
        (await ledger.GetAsync($"accounts/{bank}")).Body.GetProperty("clearedBalance").GetInt64().ShouldBe(0);
        (await ledger.GetAsync($"transactions/{entry}/history")).Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString())
            .ShouldBe(["unmatched", "matched", "recorded"]);
    }

    [Fact]
    public async Task an_entry_of_two_imports_stays_until_both_are_undone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = await ledger.ImportAsync(Rows("2026-10-11,SHOP,-42.00"), bank);
        var second = (await ledger.ImportAsync(Checking(Entry("F1", "20261011", "-42.00", "SHOP")), bank)).ShouldCount(0, 1, 0);

        await ledger.DeleteAsync($"imports/{first.Body.GetProperty("id").GetGuid()}");
        (await ledger.BalanceAsync(bank)).ShouldBe(-4200);
        (await ledger.PreviewAsync(Checking(Entry("F1", "20261011", "-42.00", "SHOP")), bank)).ShouldCount(0, 1, 0, HttpStatusCode.OK);

        await ledger.DeleteAsync($"imports/{second.Body.GetProperty("id").GetGuid()}");
        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.ImportAsync(Rows("2026-10-11,SHOP,-42.00"), bank)).ShouldCount(1, 0, 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task what_another_file_tells_stays_when_the_first_is_undone(bool hasIds)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        string File(params int[] days) => hasIds
            ? Checking([.. days.Select(day => Entry($"F{day}", $"202605{day:00}", "-5.00", "CAFE"))])
            : Rows([.. days.Select(day => $"2026-05-{day:00},CAFE,-5.00")]);
        var first = await ledger.ImportAsync(File(1, 2), bank);
        var second = (await ledger.ImportAsync(File(2, 3), bank)).ShouldCount(1, 1, 0);

        await ledger.DeleteAsync($"imports/{first.Body.GetProperty("id").GetGuid()}");
        (await ledger.BalanceAsync(bank)).ShouldBe(-1000);
        (await ledger.ImportAsync(File(1, 2, 3), bank)).ShouldCount(1, 2, 0);

        await ledger.DeleteAsync($"imports/{second.Body.GetProperty("id").GetGuid()}");
        (await ledger.BalanceAsync(bank)).ShouldBe(-1500);
    }

    [Fact]
    public async Task an_entry_of_one_id_answers_for_no_other()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank);

        foreach (var (id, imported) in new[] { ("x", 0), ("y", 1), ("z", 1), ("x", 0) })
            (await ledger.ImportAsync(Checking(Entry(id, "20260501", "-5.00", "CAFE")), bank)).ShouldCount(imported, 1 - imported, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(-1500);
    }

    [Fact]
    public async Task an_entry_that_two_files_booked_is_pending_only_when_both_are_undone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = (await RecordAsync(ledger, bank, -500, date: "2026-05-01", status: "pending")).GetProperty("id").GetGuid();
        var first = (await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank)).ShouldCount(0, 1, 0).Body.GetProperty("id").GetGuid();
        var second = (await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank)).ShouldCount(0, 1, 0).Body.GetProperty("id").GetGuid();

        await ledger.DeleteAsync($"imports/{first}");
        (await StatusAsync()).ShouldBe("cleared");
        await ledger.DeleteAsync($"imports/{second}");
        (await StatusAsync()).ShouldBe("pending");

        async Task<string?> StatusAsync() => (await ledger.GetAsync($"transactions/{entry}")).Body.GetProperty("status").GetString();
    }

    [Fact]
    public async Task what_was_restored_by_hand_stays_when_a_later_import_is_undone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank);
        await ledger.DeleteAsync($"imports/{first.Body.GetProperty("id").GetGuid()}");
        await ledger.PostAsync($"transactions/{first.Rows()[0].Transaction()}/restoration", new { });
        var again = (await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank)).ShouldCount(0, 1, 0);

        await ledger.DeleteAsync($"imports/{again.Body.GetProperty("id").GetGuid()}");

        (await ledger.BalanceAsync(bank)).ShouldBe(-500);
    }

    [Fact]
    public async Task what_was_deleted_by_hand_after_its_import_was_undone_stays_away()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank);
        await ledger.ImportAsync(Checking(Entry("x", "20260501", "-5.00", "CAFE")), bank);
        await ledger.DeleteAsync($"imports/{first.Body.GetProperty("id").GetGuid()}");
        await ledger.DeleteAsync($"transactions/{first.Rows()[0].Transaction()}");

        (await ledger.ImportAsync(Checking(Entry("x", "20260501", "-5.00", "CAFE")), bank)).ShouldCount(0, 1, 0);
    }

    [Fact]
    public async Task a_closed_account_keeps_its_cleared_balance()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await RecordAsync(ledger, bank, -500, date: "2026-05-01", status: "pending");
        var import = (await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank)).ShouldCount(0, 1, 0).Body.GetProperty("id").GetGuid();
        await ledger.PostAsync($"accounts/{bank}/closure", new { });

        (await ledger.DeleteAsync($"imports/{import}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
    }

    [Fact]
    public async Task an_entry_that_was_deleted_is_pending_when_it_is_restored_after_the_undoing()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = (await RecordAsync(ledger, bank, -500, date: "2026-05-01", status: "pending")).GetProperty("id").GetGuid();
        var import = (await ledger.ImportAsync(Rows("2026-05-01,CAFE,-5.00"), bank)).Body.GetProperty("id").GetGuid();
        await ledger.DeleteAsync($"transactions/{entry}");
        await ledger.DeleteAsync($"imports/{import}");

        (await ledger.PostAsync($"transactions/{entry}/restoration", new { })).Body.GetProperty("status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task a_row_that_repeats_one_left_out_takes_its_place()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var file = Checking(Entry("x", "20260501", "-5.00", "CAFE"), Entry("x", "20260501", "-5.00", "CAFE"));

        (await ledger.ImportAsync(file, bank, ("rows", new Dictionary<string, string> { ["1"] = "skip" }))).Rows().Select(row => row.Status())
            .ShouldBe(["rejected", "imported"]);
    }

    [Fact]
    public async Task a_pending_entry_of_another_amount_is_not_met_before_it_is_changed()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync("Date,Description,Amount,Status,Reference\n2026-05-01,CAFE,-30.00,Pending,T1\n", bank);

        (await ledger.ImportAsync("Date,Description,Amount,Status,Reference\n2026-05-02,CAFE,-35.00,Completed,T1\n", bank,
                ("rows", new Dictionary<string, string> { ["1"] = "match" })))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.amount-differs");
    }

    [Fact]
    public async Task what_a_statement_settled_is_met_by_no_later_row()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await RecordAsync(ledger, bank, -400, date: "2026-10-09");
        (await ledger.PostAsync($"accounts/{bank}/reconciliation", new { on = "2026-10-10", balance = -400 })).Body.GetProperty("reconciled").GetInt32().ShouldBe(1);

        (await ledger.ImportAsync(Checking(Entry("N1", "20261014", "-4.00", "COFFEE")), bank)).ShouldCount(1, 0, 0);
    }

    [Fact]
    public async Task a_payee_that_is_wholly_different_is_imported_and_the_entry_named()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = (await RecordAsync(ledger, bank, -5000, date: "2026-10-10", payee: "Gas station")).GetProperty("id").GetGuid();

        var import = (await ledger.ImportAsync(Checking(Entry("F1", "20261015", "-50.00", "PHARMACY")), bank)).ShouldCount(1, 0, 0);

        import.Rows()[0].GetProperty("possibleDuplicateOf").GetGuid().ShouldBe(entry);
    }

    [Fact]
    public async Task a_doubtful_entry_is_met_when_the_user_says_so()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var entry = (await RecordAsync(ledger, bank, -5000, date: "2026-10-10", payee: "Gas station", status: "pending")).GetProperty("id").GetGuid();
        var file = Checking(Entry("F1", "20261015", "-50.00", "PHARMACY"), Entry("F2", "20261016", "-7.00", "TRAM"));

        (await ledger.ImportAsync(file, bank, ("rows", new Dictionary<string, string> { ["2"] = "match" })))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.nothing-to-match");
        (await ledger.ImportAsync(file, bank, ("rows", new Dictionary<string, string> { ["1"] = "match" }))).ShouldCount(1, 1, 0)
            .Rows()[0].GetProperty("duplicateOf").GetGuid().ShouldBe(entry);

        (await ledger.BalanceAsync(bank)).ShouldBe(-5700);
        (await ledger.ImportAsync(file, bank)).ShouldCount(0, 2, 0);
    }

    [Fact]
    public async Task an_import_does_what_the_preview_showed_or_says_what_has_changed()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var file = Rows("2026-10-11,SHOP,-42.00", "2026-10-12,TRAM,-2.80", "2026-10-13,BAKERY,-1.00");
        var token = (await ledger.PreviewAsync(file, bank)).Body.GetProperty("token").GetString()!;
        (await ledger.ImportAsync(Rows("2026-10-11,SHOP,-42.00"), bank, ("token", token))).ShouldBeProblem(HttpStatusCode.Conflict, "imports.preview-other");
        await RecordAsync(ledger, bank, -280, date: "2026-10-12");

        var refused = (await ledger.ImportAsync(file, bank, ("token", token))).ShouldBeProblem(HttpStatusCode.Conflict, "imports.preview-outdated");
        refused.Body.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()).ShouldBe([2]);

        (await ledger.ImportAsync(file, bank, ("token", token), ("rows", new Dictionary<string, string> { ["2"] = "skip" })))
            .ShouldBeProblem(HttpStatusCode.Conflict, "imports.preview-outdated");
        var anew = (await ledger.PreviewAsync(file, bank)).Body.GetProperty("token").GetString()!;
        (await ledger.ImportAsync(file, bank, ("token", anew), ("rows", new Dictionary<string, string> { ["2"] = "skip" }))).ShouldCount(2, 0, 1);
        var twice = Checking(Entry("F1", "20261120", "-5.00", "SHOP"), Entry("F1", "20261120", "-5.00", "SHOP"));
        var again = (await ledger.PreviewAsync(twice, bank)).Body.GetProperty("token").GetString()!;
        (await ledger.ImportAsync(twice, bank, ("token", again))).ShouldCount(1, 1, 0);
        (await ledger.ImportAsync(file, bank, ("token", "?"))).ShouldBeProblem(HttpStatusCode.Conflict, "imports.preview-other");
    }

    [Fact]
    public async Task ids_that_tell_nothing_are_said_to()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync("Date,Description,Amount,Reference\n2026-03-02,A,-1.00,N1\n2026-03-03,B,-2.00,N2\n", bank);

        var second = await ledger.ImportAsync("Date,Description,Amount,Reference\n2026-03-03,B,-2.00,N1\n2026-03-04,C,-3.00,N2\n", bank);

        second.ShouldCount(1, 1, 0).Body.GetProperty("accounts")[0].GetProperty("idsDistrusted").GetBoolean().ShouldBeTrue();
    }

    private static Task<JsonElement> RecordAsync(LedgerClient ledger, Guid account, long amount, string date, string? payee = null, string? status = null) =>
        ledger.RecordAsync(new { accountId = account, amount, date, payee, status });
}
