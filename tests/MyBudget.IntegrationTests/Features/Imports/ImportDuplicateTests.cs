using System.Net;
using System.Text.Json;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportDuplicateTests(AppFixture app)
{
    [Theory]
    [InlineData(Csv)]
    [InlineData(Coffees)]
    public async Task the_same_file_again_imports_nothing(string file)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = (await ledger.ImportAsync(file, bank)).ShouldCount(3, 0, 0);
        var balance = await ledger.BalanceAsync(bank);

        var second = (await ledger.ImportAsync(file, bank)).ShouldCount(0, 3, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(balance);
        second.Rows().Select(row => row.GetProperty("duplicateOf").GetGuid()).Order()
            .ShouldBe(first.Rows().Select(row => row.Transaction()).Order());
    }

    [Fact]
    public async Task a_file_that_overlaps_brings_only_what_is_new()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync(Rows("2026-03-02,COFFEE BAR,-3.50", "2026-03-02,TRAM,-2.80"), bank);

        var later = (await ledger.ImportAsync(
            Rows("2026-03-02,COFFEE BAR,-3.50", "2026-03-02,COFFEE BAR,-3.50", "2026-03-03,TRAM,-2.80"), bank)).ShouldCount(2, 1, 0);

        later.Rows().Select(row => row.Status()).ShouldBe(["duplicate", "imported", "imported"]);
    }

    [Fact]
    public async Task an_entry_that_was_edited_is_known_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        foreach (var file in new[] { Csv, Coffees })
        {
            var first = await ledger.ImportAsync(file, bank);
            await ledger.PatchAsync($"transactions/{first.Rows()[0].Transaction()}", new { payee = "Mine", amount = -1, date = "2025-01-01" });
            (await ledger.PatchAsync($"transactions/{first.Rows()[1].Transaction()}", new { accountId = cash })).ShouldBe(HttpStatusCode.OK);

            (await ledger.ImportAsync(file, bank)).ShouldCount(0, 3, 0);
        }
    }

    [Fact]
    public async Task what_was_deleted_by_hand_stays_away_unless_asked_for()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = await ledger.ImportAsync(Coffees, bank);
        var deleted = first.Rows()[2].Transaction();
        await ledger.DeleteAsync($"transactions/{deleted}");

        var again = (await ledger.ImportAsync(Coffees, bank)).ShouldCount(0, 3, 0);
        again.Rows()[2].Reason().ShouldBe("deleted-duplicate");
        again.Rows()[2].GetProperty("duplicateOf").GetGuid().ShouldBe(deleted);

        var forced = (await ledger.ImportAsync(Coffees, bank, ("rows", """{"3":"import"}"""))).ShouldCount(1, 2, 0);
        forced.Rows()[2].GetProperty("match").GetProperty("deleted").GetBoolean().ShouldBeTrue();
        (await ledger.BalanceAsync(bank)).ShouldBe(-980);
        (await ledger.ImportAsync(Coffees, bank)).ShouldCount(0, 3, 0).Rows()[2].Reason().ShouldBe("same-content");
    }

    [Fact]
    public async Task what_was_entered_by_hand_is_matched_and_the_match_explained()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var bakery = (await ledger.RecordAsync(new { accountId = bank, date = "2026-03-01", amount = -450, payee = "Bakery" })).GetProperty("id").GetGuid();
        var wage = (await ledger.RecordAsync(new { accountId = bank, date = "2026-03-08", amount = 250000, payee = "Employer" })).GetProperty("id").GetGuid();
        await ledger.RecordAsync(new { accountId = bank, date = "2026-02-27", amount = -6120 });

        var preview = (await ledger.PreviewAsync(Csv, bank)).ShouldCount(1, 2, 0, HttpStatusCode.OK);

        Explained(preview.Rows()[0]).ShouldBe((bakery, "content", 1, "similar"));
        Explained(preview.Rows()[1]).ShouldBe((wage, "content", 5, "similar"));
        preview.Rows()[0].Reason().ShouldBe("close-content");
        preview.Rows()[2].Status().ShouldBe("imported");

        (await ledger.ImportAsync(Csv, bank, ("rows", new Dictionary<string, string> { ["2"] = "import", ["3"] = "skip" }))).ShouldCount(1, 1, 1)
            .Rows().Select(row => row.Status()).ShouldBe(["duplicate", "imported", "rejected"]);
        (await ledger.BalanceAsync(bank)).ShouldBe(-450 + 2 * 250000 - 6120);

        static (Guid, string?, int, string?) Explained(JsonElement row) => (
            row.GetProperty("duplicateOf").GetGuid(), row.GetProperty("match").GetProperty("by").GetString(),
            row.GetProperty("match").GetProperty("daysApart").GetInt32(), row.GetProperty("match").GetProperty("payee").GetString());
    }

    [Fact]
    public async Task the_surer_match_wins_whatever_the_order_of_the_rows()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var cafe = (await ledger.RecordAsync(new { accountId = bank, date = "2026-03-02", amount = -500, payee = "Cafe" })).GetProperty("id").GetGuid();

        var import = (await ledger.ImportAsync(Rows("2026-03-02,BOOKSHOP,-5.00", "2026-03-04,CAFE,-5.00"), bank)).ShouldCount(1, 1, 0);

        import.Rows()[1].GetProperty("duplicateOf").GetGuid().ShouldBe(cafe);
    }

    [Fact]
    public async Task the_arrival_of_a_recorded_transfer_is_no_new_income()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
        var transfer = await ledger.RecordAsync(new { accountId = bank, date = "2026-03-02", amount = -5000, transfer = new { accountId = savings } });

        foreach (var (account, amount) in new[] { (savings, "50.00"), (bank, "-50.00") })
        {
            var import = (await ledger.ImportAsync(Rows($"2026-03-03,OWN TRANSFER,{amount}"), account)).ShouldCount(0, 1, 0);
            import.Rows()[0].GetProperty("duplicateOf").GetGuid().ShouldBe(transfer.GetProperty("id").GetGuid());
        }
    }

    [Fact]
    public async Task equal_entries_with_ids_of_their_own_are_two_and_a_repeated_id_is_one()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var coffee = Entry("C1", "20260302", "-3.50", "COFFEE");

        var import = (await ledger.ImportAsync(Checking(coffee, Entry("C2", "20260302", "-3.50", "COFFEE"), coffee), bank)).ShouldCount(2, 1, 0);

        import.Rows()[2].GetProperty("match").GetProperty("row").GetInt32().ShouldBe(1);
        import.Rows()[2].GetProperty("duplicateOf").GetGuid().ShouldBe(import.Rows()[0].Transaction());
        (await ledger.ImportAsync(Checking(Entry("C3", "20260302", "-3.50", "COFFEE")), bank)).ShouldCount(1, 0, 0);
    }

    [Fact]
    public async Task a_row_of_another_format_is_matched_on_its_day()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync(Checking(Entry("C1", "20260302", "-3.50", "COFFEE BAR"), Entry("C2", "20260303", "-2.80", "TRAM")), bank);

        (await ledger.ImportAsync(Rows("2026-03-02,Coffee Bar Berlin,-3.50", "2026-03-04,Tram,-2.80"), bank)).ShouldCount(1, 1, 0)
            .Rows().Select(row => row.Status()).ShouldBe(["duplicate", "imported"]);
    }

    [Fact]
    public async Task two_imports_of_one_file_at_the_same_time_import_it_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var file = Many(300);

        var imports = await Task.WhenAll(ledger.ImportAsync(file, bank), ledger.ImportAsync(file, bank));

        imports.Select(import => import.ShouldBe(HttpStatusCode.Created).Body.GetProperty("imported").GetInt32()).Order().ShouldBe([0, 300 - 1]);
    }

    [Fact]
    public async Task an_unknown_row_cannot_be_decided_on()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Csv, bank, ("rows", """{"4":"import"}"""))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.unknown-row");
    }
}
