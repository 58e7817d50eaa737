using System.Net;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportEvidenceTests(AppFixture app)
{
    private const string Contradicted =
        "Date,Description,Amount,Balance\n2026-03-02,A,-1.00,99.00\n2026-03-03,B,-2.00,97.00\n2026-03-04,C,-3.00,90.00\n2026-03-05,D,5.00,99.00\n";

    [Fact]
    public async Task a_contradicted_balance_is_shown_and_booked_only_on_the_callers_word()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var preview = (await ledger.PreviewAsync(Contradicted, bank)).ShouldBe(HttpStatusCode.OK);
        preview.Body.GetProperty("balanceCheck").GetString().ShouldBe("contradicted");
        preview.Body.GetProperty("contradictions").EnumerateArray().Select(line => line.GetInt32()).ShouldBe([4, 5]);

        var refused = (await ledger.ImportAsync(Contradicted, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.balance-contradicted");
        refused.Body.GetProperty("lines").GetArrayLength().ShouldBe(2);
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();

        var import = (await ledger.ImportAsync(Contradicted, bank, ("acceptContradiction", "true"))).ShouldCount(4, 0, 0);
        import.Body.GetProperty("balanceCheck").GetString().ShouldBe("contradicted");
        (await ledger.GetAsync($"imports/{import.Id}")).Body.GetProperty("balanceCheck").GetString().ShouldBe("contradicted");
    }

    [Fact]
    public async Task words_that_nobody_knows_are_asked_and_a_mapping_brings_the_file_in()
    {
        const string file = "Date;Description;Wie;Amount\n02.03.2026;A;Zug;7,50\n03.03.2026;B;Bug;90,00\n13.03.2026;C;Zug;1,00\n";
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var asked = (await ledger.ImportAsync(file, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.direction-needed");
        asked.Body.GetProperty("candidates").EnumerateArray().Select(word => word.GetString()).ShouldBe(["Zug", "Bug"]);

        var import = (await ledger.ImportAsync(file, bank, ("mapping", """{"indicator":"Wie","indicatorOut":["Zug"]}"""))).ShouldCount(3, 0, 0);
        import.Rows().Select(row => row.GetProperty("amount").GetInt64()).ShouldBe([-750, 9000, -100]);
    }

    [Fact]
    public async Task the_accounts_currency_tells_how_an_amount_is_read()
    {
        var ledger = await app.CreateLedgerAsync();
        var yen = await ledger.OpenAccountAsync(currency: "JPY");

        var import = (await ledger.ImportAsync("Date;Description;Amount\n2026-03-02;A;-12,345\n", yen)).ShouldCount(1, 0, 0);

        import.Rows()[0].GetProperty("amount").GetInt64().ShouldBe(-12345);
    }

    [Fact]
    public async Task a_preview_shows_how_signs_and_encoding_were_told()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var layout = (await ledger.PreviewAsync("Date,Description,Amount\n2026-03-02,A,7.50\n", bank)).Body.GetProperty("layout");

        (layout.GetProperty("signs").GetString(), layout.GetProperty("encodingGuessed").GetBoolean()).ShouldBe(("allIn", false));
    }
}
