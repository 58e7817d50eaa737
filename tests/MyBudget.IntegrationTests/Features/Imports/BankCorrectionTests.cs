using System.Net;
using System.Text.Json;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class BankCorrectionTests(AppFixture app)
{
    private static readonly string Original = Checking(Entry("A1", "20260105", "-5.00", "SHOP"), Entry("B1", "20260107", "-9.00", "BAR"));
    private static readonly string Replacing = Checking(Entry("A2", "20260106", "-6.00", "SHOP 24", "<CORRECTFITID>A1<CORRECTACTION>REPLACE\n"));
    private static readonly string Deleting = Checking(Entry("A3", "20260105", "-5.00", "SHOP", "<CORRECTFITID>A1<CORRECTACTION>DELETE\n"));

    [Fact]
    public async Task a_replaced_entry_is_revised_once_and_undone_exactly()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var before = await ShownAsync(ledger, entry);

        var preview = (await ledger.PreviewAsync(Replacing, bank)).ShouldCount(0, 0, 0, HttpStatusCode.OK);
        (await ShownAsync(ledger, entry)).ShouldBe(before);
        var import = (await ledger.ImportAsync(Replacing, bank)).ShouldCount(0, 0, 0);

        foreach (var report in new[] { preview, import })
        {
            report.Body.GetProperty("corrected").GetInt32().ShouldBe(1);
            report.Rows()[0].Status().ShouldBe("corrected");
            Corrected(report.Rows()[0]).ShouldBe((entry, false));
        }

        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -600, "SHOP 24"));
        (await ledger.BalanceAsync(bank)).ShouldBe(-1500);
        (await ledger.ImportAsync(Replacing, bank)).ShouldCount(0, 1, 0);
        (await ledger.ImportAsync(Original, bank)).ShouldCount(0, 2, 0);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1500);
    }

    [Fact]
    public async Task a_replacement_under_the_same_id_is_known_when_it_comes_again()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var same = Checking(Entry("A1", "20260106", "-6.00", "SHOP 24", "<CORRECTFITID>A1<CORRECTACTION>REPLACE\n"));
        var once = (await ledger.ImportAsync(same, bank)).ShouldCount(0, 0, 0);

        var again = (await ledger.ImportAsync(same, bank)).ShouldCount(0, 1, 0);

        (again.Body.GetProperty("corrected").GetInt32(), again.Rows()[0].Status()).ShouldBe((0, "duplicate"));
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -600, "SHOP 24"));
        (await ledger.ImportAsync(Original, bank)).ShouldCount(0, 2, 0);
        var further = same.Replace("-6.00", "-7.00", StringComparison.Ordinal);
        (await ledger.ImportAsync(further, bank)).Body.GetProperty("corrected").GetInt32().ShouldBe(1);
        foreach (var file in new[] { same, further }) (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1600);
        once.Rows()[0].Status().ShouldBe("corrected");
    }

    [Fact]
    public async Task a_file_that_has_an_entry_and_its_replacement_under_one_id_is_known_when_it_comes_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var both = Checking(Entry("C1", "20260105", "-5.00", "SHOP"), Entry("C1", "20260105", "-8.00", "SHOP", "<CORRECTFITID>C1<CORRECTACTION>REPLACE\n"));
        (await ledger.ImportAsync(both, bank)).ShouldCount(1, 0, 1);

        (await ledger.ImportAsync(both, bank)).ShouldCount(0, 1, 1);
        (await ledger.BalanceAsync(bank)).ShouldBe(-800);
    }

    [Fact]
    public async Task undoing_takes_a_replacement_back_exactly()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var before = await ShownAsync(ledger, entry);
        var import = await ledger.ImportAsync(Replacing, bank);

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ShownAsync(ledger, entry)).ShouldBe(before);
        (await ledger.GetAsync($"transactions/{entry}")).Body.TryGetProperty("bankRows", out _).ShouldBeFalse();
        (await ledger.BalanceAsync(bank)).ShouldBe(-1400);
        (await ledger.ImportAsync(Replacing, bank)).Body.GetProperty("corrected").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task a_deleted_entry_is_deleted_once_and_comes_back_with_an_undo()
    {
        var (ledger, bank, entry) = await ImportedAsync();

        var import = (await ledger.ImportAsync(Deleting, bank)).ShouldCount(0, 0, 0);

        Corrected(import.Rows()[0]).ShouldBe((entry, true));
        (await ledger.GetAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.BalanceAsync(bank)).ShouldBe(-900);
        var again = (await ledger.ImportAsync(Deleting, bank)).ShouldCount(0, 1, 0);
        (await ledger.ImportAsync(Original, bank)).ShouldCount(0, 2, 0);

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.BalanceAsync(bank)).ShouldBe(-900);
        (await ledger.DeleteAsync($"imports/{again.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1400);
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-05", -500, "SHOP"));
    }

    [Theory]
    [InlineData("payee", "My shop")]
    [InlineData("amount", -450)]
    [InlineData("date", "2026-01-09")]
    public async Task what_a_user_edited_is_asked_and_changed_on_their_word(string member, object value)
    {
        var (ledger, bank, entry) = await ImportedAsync();
        (await ledger.PatchAsync($"transactions/{entry}", new Dictionary<string, object> { [member] = value })).ShouldBe(HttpStatusCode.OK);
        var edited = await ShownAsync(ledger, entry);

        foreach (var file in new[] { Replacing, Deleting })
        {
            var asked = (await ledger.ImportAsync(file, bank)).ShouldCount(0, 0, 1);
            asked.Rows()[0].Reason().ShouldBe("correction-edited");
            Corrected(asked.Rows()[0]).Entry.ShouldBe(entry);
            (await ShownAsync(ledger, entry)).ShouldBe(edited);
        }

        var import = (await ledger.ImportAsync(Replacing, bank, ("rows", """{"1":"import"}"""))).ShouldCount(0, 0, 0);
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -600, "SHOP 24"));
        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ShownAsync(ledger, entry)).ShouldBe(edited);
    }

    [Fact]
    public async Task a_category_is_kept_by_a_replacement_and_asked_before_a_deletion()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var category = await ledger.CreateCategoryAsync("Food");
        await ledger.PatchAsync($"transactions/{entry}", new { categoryId = category });

        (await ledger.ImportAsync(Deleting, bank)).ShouldCount(0, 0, 1).Rows()[0].Reason().ShouldBe("correction-edited");
        (await ledger.ImportAsync(Replacing, bank)).Body.GetProperty("corrected").GetInt32().ShouldBe(1);

        var shown = (await ledger.GetAsync($"transactions/{entry}")).Body;
        (shown.GetProperty("amount").GetInt64(), shown.GetProperty("categoryId").GetGuid()).ShouldBe((-600, category));
    }

    [Fact]
    public async Task what_is_reconciled_stays_and_is_told()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        await ledger.PatchAsync($"transactions/{entry}", new { status = "reconciled" });

        foreach (var file in new[] { Replacing, Deleting })
            (await ledger.ImportAsync(file, bank, ("rows", """{"1":"import"}"""))).ShouldCount(0, 0, 1).Rows()[0].Reason().ShouldBe("correction-reconciled");

        (await ledger.BalanceAsync(bank)).ShouldBe(-1400);
    }

    [Fact]
    public async Task a_replacement_that_was_reconciled_since_is_not_undone()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var import = await ledger.ImportAsync(Replacing, bank);
        await ledger.PatchAsync($"transactions/{entry}", new { status = "reconciled" });

        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.reconciled");
    }

    [Fact]
    public async Task a_file_that_tells_the_entry_and_its_correction_again_corrects_it()
    {
        var (ledger, bank, entry) = await ImportedAsync();

        var both = Checking(
            Entry("A1", "20260105", "-5.00", "SHOP"), Entry("A2", "20260106", "-6.00", "SHOP 24", "<CORRECTFITID>A1<CORRECTACTION>REPLACE\n"),
            Entry("B1", "20260107", "-9.00", "BAR"), Entry("B2", "20260107", "-9.00", "BAR", "<CORRECTFITID>B1<CORRECTACTION>DELETE\n"));
        var import = (await ledger.ImportAsync(both, bank)).ShouldCount(0, 0, 2);

        import.Body.GetProperty("corrected").GetInt32().ShouldBe(2);
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -600, "SHOP 24"));
        (await ledger.BalanceAsync(bank)).ShouldBe(-600);
    }

    [Fact]
    public async Task corrections_of_a_correction_can_be_undone_in_any_order()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var again = Checking(Entry("A4", "20260106", "-7.00", "SHOP 24", "<CORRECTFITID>A2<CORRECTACTION>REPLACE\n"));
        var (first, second) = (await ledger.ImportAsync(Replacing, bank), await ledger.ImportAsync(again, bank));
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -700, "SHOP 24"));

        (await ledger.DeleteAsync($"imports/{first.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-06", -700, "SHOP 24"));
        (await ledger.DeleteAsync($"imports/{second.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ShownAsync(ledger, entry)).ShouldBe(("2026-01-05", -500, "SHOP"));
    }

    [Fact]
    public async Task what_was_never_imported_is_imported_or_said()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Deleting, bank)).ShouldCount(0, 0, 1).Rows()[0].Reason().ShouldBe("deletes-earlier");
        (await ledger.ImportAsync(Replacing, bank)).ShouldCount(1, 0, 0);
        (await ledger.BalanceAsync(bank)).ShouldBe(-600);
    }

    [Fact]
    public async Task of_an_entry_that_the_user_deleted_the_replacement_is_imported()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        (await ledger.DeleteAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.ImportAsync(Replacing, bank)).ShouldCount(1, 0, 0);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1500);
    }

    [Fact]
    public async Task undoing_the_import_that_brought_the_entry_waits_for_the_correction_s()
    {
        var (ledger, bank, entry) = await ImportedAsync();
        var original = (await ledger.GetAsync("imports")).Items[0].GetProperty("id").GetGuid();
        var import = await ledger.ImportAsync(Replacing, bank);

        (await ledger.DeleteAsync($"imports/{original}")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.BalanceAsync(bank)).ShouldBe(-600);
        (await ledger.DeleteAsync($"imports/{import.Id}")).ShouldBe(HttpStatusCode.NoContent);

        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.GetAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(LedgerClient Ledger, Guid Bank, Guid Entry)> ImportedAsync()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        return (ledger, bank, (await ledger.ImportAsync(Original, bank)).ShouldCount(2, 0, 0).Rows()[0].Transaction());
    }

    private static async Task<(string?, long, string?)> ShownAsync(LedgerClient ledger, Guid entry)
    {
        var shown = (await ledger.GetAsync($"transactions/{entry}")).ShouldBe(HttpStatusCode.OK).Body;
        return (shown.GetProperty("date").GetString(), shown.GetProperty("amount").GetInt64(), shown.GetProperty("payee").GetString());
    }

    private static (Guid Entry, bool Deletes) Corrected(JsonElement row) =>
        (row.GetProperty("correction").GetProperty("transactionId").GetGuid(), row.GetProperty("correction").GetProperty("deletes").GetBoolean());
}
