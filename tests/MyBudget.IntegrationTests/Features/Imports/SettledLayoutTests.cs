using System.Net;
using System.Text.Json;
using MyBudget.Domain;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class SettledLayoutTests(AppFixture app)
{
    private const string First = "Date,Details,Amount\n03/04/2026,SHOP,-1.50\n05/06/2026,WORK,90.00\n";
    private const string Second = "Date,Details,Amount\n07/08/2026,CAFE,-2.50\n09/08/2026,WORK,80.00\n";
    private static readonly object DayFirst = new { dateFormat = "dd/MM/yyyy" };

    [Fact]
    public async Task what_was_answered_is_proposed_for_the_next_file_of_the_account_and_said()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, other) = (await ledger.OpenAccountAsync(), await ledger.OpenAccountAsync("Other"));
        (await ledger.ImportAsync(First, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates");
        (await ledger.PreviewAsync(First, bank, ("mapping", DayFirst))).ShouldBe(HttpStatusCode.OK);
        (await ledger.PreviewAsync(Second, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates");

        var first = (await ledger.ImportAsync(First, bank, ("mapping", DayFirst))).ShouldCount(2, 0, 0);
        var preview = (await ledger.PreviewAsync(Second, bank)).ShouldBe(HttpStatusCode.OK);
        var second = (await ledger.ImportAsync(Second, bank)).ShouldCount(2, 0, 0);

        foreach (var report in new[] { preview, second, await ledger.GetAsync($"imports/{second.Id}") })
        {
            var settled = report.Body.GetProperty("settled");
            settled.GetProperty("importId").GetGuid().ShouldBe(first.Id);
            settled.GetProperty("used").EnumerateArray().Select(part => part.GetString()).ShouldBe(["dateFormat"]);
            report.Rows()[0].GetProperty("date").GetString().ShouldBe("2026-08-07");
            report.Body.GetProperty("signs").GetString().ShouldBe("written");
        }

        first.Body.TryGetProperty("settled", out _).ShouldBeFalse();
        (await ledger.ImportAsync(Second, other)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates");
    }

    [Fact]
    public async Task what_the_file_proves_itself_is_followed_and_said()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync(First, bank, ("mapping", DayFirst));

        var proving = (await ledger.ImportAsync("Date,Details,Amount\n08/25/2026,CAFE,-2.50\n08/03/2026,WORK,80.00\n", bank)).ShouldCount(2, 0, 0);

        proving.Rows()[1].GetProperty("date").GetString().ShouldBe("2026-08-03");
        proving.Body.GetProperty("settled").GetProperty("differs")[0].GetString().ShouldBe("dateFormat");
    }

    [Fact]
    public async Task it_is_seen_by_viewers_and_forgotten_by_editors()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        (await ledger.GetAsync($"accounts/{bank}/import-layouts")).ShouldBe(HttpStatusCode.OK).Items.ShouldBeEmpty();
        var import = await ledger.ImportAsync(First, bank, ("mapping", DayFirst));
        var (viewer, editor) = (await ledger.InviteAsync(LedgerRole.Viewer), await ledger.InviteAsync(LedgerRole.Editor));

        var layout = (await viewer.GetAsync($"accounts/{bank}/import-layouts")).ShouldBe(HttpStatusCode.OK).Items.ShouldHaveSingleItem();
        (layout.GetProperty("dateFormat").GetString(), layout.GetProperty("importId").GetGuid(), layout.GetProperty("negate").ValueKind)
            .ShouldBe(("dd/MM/yyyy", import.Id, JsonValueKind.Null));
        layout.GetProperty("columns").GetProperty("amount").GetInt32().ShouldBe(2);
        layout.GetProperty("headers").EnumerateArray().Select(header => header.GetString()).ShouldBe(["Date", "Details", "Amount"]);

        var path = $"accounts/{bank}/import-layouts/{layout.GetProperty("id").GetGuid()}";
        (await viewer.DeleteAsync(path)).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await viewer.DeleteAsync($"accounts/{bank}/import-layouts")).ShouldBeProblem(HttpStatusCode.Forbidden, "auth.forbidden");
        (await editor.DeleteAsync(path.Replace(bank.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
        (await editor.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await editor.DeleteAsync(path)).ShouldBe(HttpStatusCode.NotFound);
        (await ledger.ImportAsync(Second, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates");

        (await ledger.ImportAsync(Second, bank, ("mapping", DayFirst))).ShouldCount(2, 0, 0);
        (await editor.DeleteAsync($"accounts/{bank}/import-layouts")).ShouldBe(HttpStatusCode.NoContent);
        (await ledger.GetAsync($"accounts/{bank}/import-layouts")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"accounts/{Guid.CreateVersion7()}/import-layouts")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task undoing_the_import_that_settled_it_brings_back_what_an_earlier_one_had()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var first = await ledger.ImportAsync(First, bank, ("mapping", DayFirst));
        var second = (await ledger.ImportAsync(Second, bank, ("mapping", new { dateFormat = "MM/dd/yyyy" }))).ShouldCount(2, 0, 0);
        (await FormatAsync()).ShouldBe("MM/dd/yyyy");

        (await ledger.DeleteAsync($"imports/{second.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await FormatAsync()).ShouldBe("dd/MM/yyyy");

        (await ledger.DeleteAsync($"imports/{first.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await FormatAsync()).ShouldBeNull();

        async Task<string?> FormatAsync() => (await ledger.GetAsync($"accounts/{bank}/import-layouts")).Items is [var only]
            ? only.GetProperty("dateFormat").GetString()
            : null;
    }

    [Fact]
    public async Task signs_that_say_the_opposite_of_the_words_that_were_settled_are_asked()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        const string file = "Date,Details,Kind,Amount\n2026-03-12,SHOP,Zug,7.50\n2026-03-13,WORK,Bug,90.00\n";
        var opposed = file.Replace("03-1", "04-1", StringComparison.Ordinal).Replace("90", "-80", StringComparison.Ordinal);
        (await ledger.ImportAsync(file, bank, ("mapping", new { indicator = "Kind", indicatorOut = new[] { "Zug" } }))).ShouldCount(2, 0, 0);

        var asked = (await ledger.ImportAsync(opposed, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.direction-needed");
        asked.Body.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetString()).ShouldBe(["false", "true"]);

        var answered = (await ledger.ImportAsync(opposed, bank, ("mapping", new { negate = false }))).ShouldCount(2, 0, 0);
        answered.Rows().Select(row => row.GetProperty("amount").GetInt64()).ShouldBe([-750, 8000]);
        (await ledger.ImportAsync(opposed.Replace("04-1", "05-1", StringComparison.Ordinal), bank)).ShouldCount(2, 0, 0);
        var layout = (await ledger.GetAsync($"accounts/{bank}/import-layouts")).Items.ShouldHaveSingleItem();
        (layout.GetProperty("outNegative").GetBoolean(), layout.GetProperty("inNegative").GetBoolean()).ShouldBe((false, true));
    }

    [Fact]
    public async Task the_order_of_dates_in_qif_is_remembered()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        const string open = "!Type:Bank\nD3/4/26\nT-1.50\nPSHOP\n^\n";
        (await ledger.ImportAsync(open, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates");
        var first = (await ledger.ImportAsync(open.Replace("3/4", "3/25", StringComparison.Ordinal), bank)).ShouldCount(1, 0, 0);

        var next = (await ledger.ImportAsync(open, bank)).ShouldCount(1, 0, 0);

        next.Rows()[0].GetProperty("date").GetString().ShouldBe("2026-03-04");
        next.Body.GetProperty("settled").GetProperty("importId").GetGuid().ShouldBe(first.Id);
        (await ledger.GetAsync($"accounts/{bank}/import-layouts")).Items.ShouldHaveSingleItem().GetProperty("format").GetString().ShouldBe("qif");
        (await ledger.ImportAsync(SettledLayoutTests.First.Replace("05/06", "15/06", StringComparison.Ordinal), bank)).ShouldCount(2, 0, 0);
    }

    [Fact]
    public async Task a_card_s_turned_signs_are_remembered()
    {
        var ledger = await app.CreateLedgerAsync();
        var card = await ledger.OpenAccountAsync("Card", type: "creditCard");
        const string file = "Date,Details,Amount\n2026-03-02,SHOP,7.50\n2026-03-03,CAFE,2.00\n2026-03-04,BAKER,-1.00\n";
        (await ledger.PreviewAsync(file, card)).Body.GetProperty("signs").GetString().ShouldBe("mostlyIn");
        (await ledger.ImportAsync(file, card, ("mapping", new { negate = true }))).ShouldCount(3, 0, 0);

        var next = (await ledger.ImportAsync(file.Replace("03-0", "04-0", StringComparison.Ordinal), card)).ShouldCount(3, 0, 0);

        next.Rows().Select(row => row.GetProperty("amount").GetInt64()).ShouldBe([-750, -200, 100]);
        next.Body.GetProperty("settled").GetProperty("used").EnumerateArray().Select(part => part.GetString()).ShouldBe(["negate"]);
    }
}
