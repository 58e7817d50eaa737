using System.Globalization;
using System.Net;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

/// <summary>The same statement in another format, of another download, or older than what is there.</summary>
public sealed class ToldAgainTests(AppFixture app)
{
    private static readonly (int Day, long Cents, string Payee, string Swift)[] Statement =
    [
        (5, -1250, "Bäckerei Müller", "Baeckerei Mueller"), (6, 100000, "Börse Köln GmbH", "Boerse Koeln GmbH"), (7, -999, "Café Schröder", "Cafe Schroeder"),
        (8, -2000, "Grün und Söhne", "Gruen und Soehne"), (9, -777, "Gemüse Ünal", "Kartenzahlung 123"),
    ];

    [Fact]
    public async Task formats_with_ids_and_spellings_of_their_own_bring_nothing_twice()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        string[] files = [Table(null), Mt940(), Camt(), Table("R"), Ofx("A"), Ofx("B")];
        (await ledger.ImportAsync(files[0], bank)).ShouldCount(5, 0, 0);
        var balance = await ledger.BalanceAsync(bank);

        foreach (var file in files) (await ledger.ImportAsync(file, bank)).ShouldCount(0, 5, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(balance);
    }

    [Fact]
    public async Task ids_that_are_distrusted_are_said_although_a_row_of_the_last_day_is_new()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        await ledger.ImportAsync(Ofx("A"), bank);

        var import = (await ledger.ImportAsync(Ofx("B", Entry("B9", "20260109", "-80.12", "LATE")), bank)).ShouldCount(1, 5, 0);

        import.Body.GetProperty("accounts")[0].GetProperty("idsDistrusted").GetBoolean().ShouldBeTrue();
        import.Rows()[5].GetProperty("payee").GetString().ShouldBe("LATE");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task pending_and_booked_files_bring_one_entry_in_either_order(bool isPendingFirst)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        string[] files = ["Date,Payee,Status,Amount\n2026-01-15,Cafe,Pending,-3.50\n", "Date,Payee,Status,Amount\n2026-01-16,Cafe,Booked,-3.50\n"];
        if (!isPendingFirst) Array.Reverse(files);

        (await ledger.ImportAsync(files[0], bank)).ShouldCount(1, 0, 0);
        var second = (await ledger.ImportAsync(files[1], bank)).ShouldCount(0, 1, 0);

        var entry = (await ledger.GetAsync($"transactions/{second.Rows()[0].GetProperty("duplicateOf").GetGuid()}")).Body;
        (entry.GetProperty("status").GetString(), await ledger.BalanceAsync(bank)).ShouldBe(("cleared", -350));
        foreach (var file in files) (await ledger.ImportAsync(file, bank)).ShouldCount(0, 1, 0);
    }

    [Fact]
    public async Task signs_of_a_card_are_shown_for_formats_without_columns()
    {
        var ledger = await app.CreateLedgerAsync();
        var card = await ledger.OpenAccountAsync("Card", type: "creditCard");
        const string qif = "!Type:CCard\nD13.01.2026\nT25.00\nPShop\n^\nD14.01.2026\nT35.00\nPShop 2\n^\nD20.01.2026\nT-60.00\nPGiro\n^\n";
        string[] files = [qif, CreditCard(Entry("1", "20260113", "25.00", "Shop"), Entry("2", "20260114", "35.00", "Shop 2"), Entry("3", "20260120", "-60.00", "Giro"))];

        foreach (var file in files) (await ledger.PreviewAsync(file, card)).ShouldBe(HttpStatusCode.OK).Body.GetProperty("signs").GetString().ShouldBe("mostlyIn");

        (await ledger.ImportAsync(qif, card, ("mapping", """{"negate":true}"""))).ShouldCount(3, 0, 0)
            .Rows().Select(row => row.GetProperty("amount").GetInt64()).ShouldBe([-2500, -3500, 6000]);
        // The next file of the account is read as this one was said to be.
        (await ledger.ImportAsync("!Type:CCard\nD15.02.2026\nT12.00\nPShop\n^\n", card)).ShouldCount(1, 0, 0)
            .Rows()[0].GetProperty("amount").GetInt64().ShouldBe(-1200);
    }

    private static string Table(string? ids) => $"Date,Payee,Amount{(ids is null ? "" : ",Reference")}\n" + string.Concat(Statement.Select((row, at) =>
        $"2026-01-{row.Day:00},{row.Payee},{Amount(row.Cents)}{(ids is null ? "" : $",{ids}77{at}")}\n"));

    private static string Ofx(string ids, params string[] more) =>
        Checking([.. Statement.Select((row, at) => Entry($"{ids}{at}", $"202601{row.Day:00}", Amount(row.Cents), row.Swift.ToUpperInvariant())), .. more]);

    private static string Camt() =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
        + "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        + string.Concat(Statement.Select((row, at) =>
            $"<Ntry><Amt Ccy=\"EUR\">{Amount(Math.Abs(row.Cents))}</Amt><CdtDbtInd>{(row.Cents < 0 ? "DBIT" : "CRDT")}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
            + $"<BookgDt><Dt>2026-01-{row.Day:00}</Dt></BookgDt><AcctSvcrRef>S{at}</AcctSvcrRef><AddtlNtryInf>{row.Payee}</AddtlNtryInf></Ntry>"))
        + "</Stmt></BkToCstmrStmt></Document>";

    private static string Mt940() =>
        ":20:A\n:25:12030000/1234567\n:28C:1\n:60F:C260101EUR100,00\n"
        + string.Concat(Statement.Select((row, at) =>
            $":61:2601{row.Day:00}01{row.Day:00}{(row.Cents < 0 ? "D" : "C")}{Amount(Math.Abs(row.Cents)).Replace('.', ',')}NDDTNONREF//M{at}\n:86:105?00X?32{row.Swift}\n"))
        + $":62F:C260131EUR{Amount(10000 + Statement.Sum(row => row.Cents)).Replace('.', ',')}\n-\n";

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
