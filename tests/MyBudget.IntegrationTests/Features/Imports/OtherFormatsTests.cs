using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class OtherFormatsTests(AppFixture app)
{
    private const string Camt =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
        <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Ntry><Amt Ccy="EUR">8.10</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef><AddtlNtryInf>SHOP</AddtlNtryInf></Ntry>
        <Ntry><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt><AddtlNtryInf>REFUND</AddtlNtryInf></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """;

    private const string Mt940 =
        ":20:A\n:25:12030000/1234567\n:28C:1\n:60F:C260301EUR100,00\n:61:2603020302D8,10NDDTNONREF//R1\n:86:105?00DEBIT?20rent?32SHOP\n:62F:C260302EUR91,90\n-\n";

    [Fact]
    public async Task camt_and_the_same_file_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var import = (await ledger.ImportAsync(Camt, bank)).ShouldCount(2, 0, 0);

        import.Body.GetProperty("format").GetString().ShouldBe("camt");
        (await ledger.BalanceAsync(bank)).ShouldBe(-810 + 900);
        (await ledger.GetAsync($"transactions/{import.Rows()[1].Transaction()}")).Body.GetProperty("status").GetString().ShouldBe("pending");
        (await ledger.ImportAsync(Camt)).ShouldCount(0, 2, 0);
    }

    [Fact]
    public async Task mt940_and_the_same_file_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var import = (await ledger.ImportAsync(Mt940, bank)).ShouldCount(1, 0, 0);

        var transaction = (await ledger.GetAsync($"transactions/{import.Rows()[0].Transaction()}")).Body;
        (transaction.GetProperty("amount").GetInt64(), transaction.GetProperty("payee").GetString(), transaction.GetProperty("bankId").GetString(), transaction.GetProperty("note").GetString())
            .ShouldBe((-810, "SHOP", "R1", "rent"));
        (await ledger.ImportAsync(Mt940)).ShouldCount(0, 1, 0);
    }

    [Fact]
    public async Task qif_with_splits_and_categories()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (food, soap) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Cleaning"));
        const string file = "!Type:Bank\nD3/27/26\nT-30.00\nPMARKET\nSFood\n$-20.00\nSHome:Cleaning\nEsoap\n$-9.00\nSUnheard\n$-1.00\n^\nD3/28/26\nT-4.00\nPBAKER\nLFood\n^\n";

        var import = (await ledger.ImportAsync(file, bank)).ShouldCount(2, 0, 0);

        var market = (await ledger.GetAsync($"transactions/{import.Rows()[0].Transaction()}")).Body;
        market.GetProperty("splits").EnumerateArray().Select(split => (split.GetProperty("amount").GetInt64(), Id(split.GetProperty("categoryId")), split.GetProperty("note").GetString()))
            .ShouldBe([(-2000, food, null), (-900, soap, "soap"), (-100, null, "Unheard")]);
        import.Rows()[1].GetProperty("categoryId").GetGuid().ShouldBe(food);
    }

    [Fact]
    public async Task qif_with_a_transfer_between_two_of_its_accounts_moves_the_money_once()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync("Everyday"), await ledger.OpenAccountAsync("Savings"));
        const string file = "!Account\nNEveryday\nTBank\n^\n!Type:Bank\nD2026-03-02\nT-50.00\nLSavings\n^\nD2026-03-03\nT-70.00\nPTo savings\nL[Savings]\n^\nD2026-03-04\nT-5.00\nL[Elsewhere]\n^\n"
            + "!Account\nNSavings\nTBank\n^\n!Type:Bank\nD2026-03-03\nT70.00\nPFrom everyday\nL[Everyday]\n^\n";
        object[] accounts = [new { bankAccount = "Everyday", accountId = bank }, new { bankAccount = "Savings", accountId = savings }];

        var import = (await ledger.ImportAsync(file, fields: ("accounts", accounts))).ShouldCount(3, 0, 1);

        import.Rows()[3].Reason().ShouldBe("other-side");
        ((await ledger.BalanceAsync(bank)), await ledger.BalanceAsync(savings)).ShouldBe((-12500, 7000));
        (await ledger.GetAsync($"transactions/{import.Rows()[2].Transaction()}")).Body.GetProperty("note").GetString().ShouldBe("[Elsewhere]");
        (await ledger.ImportAsync(file)).ShouldCount(0, 3, 1);
    }

    [Fact]
    public async Task equal_numbers_of_two_banks_are_two_accounts_and_remembered()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));
        var both = Ofx(Statement("1", "CHECKING", "-5.00"), Statement("2", "CHECKING", "500.00"));

        var asked = (await ledger.ImportAsync(both, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.accounts-needed");
        asked.Body.GetProperty("accounts").EnumerateArray().Select(found => found.GetProperty("bank").GetString()).ShouldBe(["1", "2"]);
        object[] unclear = [new { bankAccount = "77", accountId = bank }];
        (await ledger.ImportAsync(both, fields: ("accounts", unclear))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.accounts-needed");

        object[] accounts = [new { bankAccount = "77", bank = "1", accountId = bank }, new { bankAccount = "77", bank = "2", accountId = savings }];
        (await ledger.ImportAsync(both, fields: ("accounts", accounts))).ShouldCount(2, 0, 0);
        ((await ledger.BalanceAsync(bank)), await ledger.BalanceAsync(savings)).ShouldBe((-500, 50000));
        (await ledger.ImportAsync(Ofx(Statement("2", "CHECKING", "-7.00")))).ShouldCount(1, 0, 0);
        (await ledger.BalanceAsync(savings)).ShouldBe(50000 - 700);
        (await ledger.ImportAsync(Ofx(Statement("3", "CHECKING", "-7.00")))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.accounts-needed");
    }

    [Fact]
    public async Task amounts_of_another_currency_are_taken_at_the_users_word_alone()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var file = Ofx(Statement("1", "CHECKING", "-5.00")).Replace("<CURDEF>EUR", "<CURDEF>USD", StringComparison.Ordinal);

        (await ledger.ImportAsync(file, bank)).ShouldCount(0, 0, 1).Rows()[0].Reason().ShouldBe("currency-differs");

        object[] accounts = [new { bankAccount = "77", accountId = bank, inAccountCurrency = true }];
        (await ledger.ImportAsync(file, fields: ("accounts", accounts))).ShouldCount(1, 0, 0);
    }

    [Fact]
    public async Task what_is_not_read_is_called_by_its_name()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        var refused = (await ledger.ImportAsync("[{\"date\":\"2026-01-20\",\"amount\":-12.5}]", bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.unknown-format");

        refused.Body.GetProperty("detail").GetString()!.ShouldContain("JSON");
        refused.Body.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetString()).ShouldContain("mt940");
    }

    private static Guid? Id(JsonElement id) => id.ValueKind is JsonValueKind.Null ? null : id.GetGuid();

    private static string Statement(string bank, string type, string amount) =>
        $"<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>{bank}<ACCTID>77<ACCTTYPE>{type}</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>OTHER<DTPOSTED>20260105"
        + $"<TRNAMT>{amount}<FITID>F{bank}{amount}<NAME>SHOP</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>";

    private static string Ofx(params string[] statements) => $"OFXHEADER:100\n\n<OFX><BANKMSGSRSV1>{string.Concat(statements)}</BANKMSGSRSV1></OFX>";
}
