using System.Globalization;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class Mt940ReaderTests
{
    [Fact]
    public void reads_a_statement_in_its_envelope()
    {
        var statement = Statement("{1:F01BANKDEFFXXXX0000000000}{2:O9401200260203BANKDEFF}{4:\r\n:20:STARTUMS\r\n:25:12030000/1234567\r\n:28C:5/1\r\n:60F:C260201EUR100,00\r\n"
            + ":61:2602030203DR31,40NDDTNONREF//B-77\r\n:86:105?00DIRECT DEBIT?20EREF+X1SVWZ+Thanks again?30BANKDEFF?32Corner ?33Shop\r\n:62F:C260203EUR68,60\r\n:64:C260203EUR68,60\r\n-}\r\n");

        (statement.BankAccount, statement.Currency, statement.BalanceCheck, statement.Rejected.Count).ShouldBe(("12030000/1234567", "EUR", BalanceCheck.Proved, 0));
        statement.Balance.ShouldBe(new StatementBalance(68.60m, new DateOnly(2026, 2, 3)));
        statement.Entries.ShouldHaveSingleItem().ShouldBe(new BankEntry(
            6, new DateOnly(2026, 2, 3), -31.40m, "Corner Shop", "Thanks again", "B-77", Currency: null, CheckNumber: null, CategoryHint: null, Pending: false));
    }

    [Theory]
    [InlineData("C5,00", "5.00", false)]
    [InlineData("D5,00", "-5.00", false)]
    [InlineData("CR5,00", "5.00", false)]
    [InlineData("DR5,", "-5", false)]
    [InlineData("RC5,00", "-5.00", false)]
    [InlineData("RD5,00", "5.00", false)]
    [InlineData("RCR5,00", "-5.00", false)]
    [InlineData("RDR5,00", "5.00", false)]
    [InlineData("EC5,00", "5.00", true)]
    [InlineData("C1.234,50", "1234.50", false)]
    public void the_mark_is_the_direction(string mark, string amount, bool isPending) =>
        Entry(Message($":61:260203{mark}NTRFNONREF")).ShouldSatisfyAllConditions(
            entry => entry.Amount.ToString(CultureInfo.InvariantCulture).ShouldBe(amount), entry => entry.Pending.ShouldBe(isPending));

    [Theory]
    [InlineData("260203", "", "2026-02-03")]
    [InlineData("260203", "0205", "2026-02-05")]
    [InlineData("251231", "0102", "2026-01-02")]
    [InlineData("260101", "1230", "2025-12-30")]
    [InlineData("240301", "0229", "2024-02-29")]
    [InlineData("260301", "0229", "2024-02-29", true)]
    [InlineData("990203", "", "1999-02-03")]
    public void the_day_of_booking_has_the_year_that_is_closest(string value, string entry, string date, bool isImpossible = false) =>
        Entry(Message($":61:{value}{entry}C5,00NTRFNONREF")).Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(isImpossible ? "2026-03-01" : date);

    [Theory]
    [InlineData("NTRFNONREF//BK1", "BK1", null)]
    [InlineData("NTRFNONREF", null, null)]
    [InlineData("NTRFINV 7//NONREF", "INV 7@2026-02-03", null)]
    [InlineData("NCHK0012345//BK2", "BK2", "0012345")]
    [InlineData("N020ABC/1//B//2", "B//2", null)]
    public void references_are_ids(string references, string? id, string? check)
    {
        var entry = Entry(Message($":61:260203C5,00{references}"));

        (entry.BankId, entry.CheckNumber).ShouldBe((id, check));
    }

    [Theory]
    [InlineData(":86:Corner Shop", "Corner Shop", null)]
    [InlineData(":86:Corner Shop\nInvoice 5\nof May", "Corner Shop", "Invoice 5 of May")]
    [InlineData(":86:/TRTP/SEPA OVERBOEKING/IBAN/NL00BANK0123456789/BIC/BANKNL2A/NAME/J. Jans\nen/REMI/rent May/2026/EREF/NOTPROVIDED", "J. Jansen", "rent May/2026")]
    [InlineData(":86:/EREF/E1//CNTP/NL00BANK0123456789/BANKNL2A/J. Jansen///REMI/USTD//rent/", "J. Jansen", "rent")]
    [InlineData(":86:166?00TRANSFER?20part one of a long purpose,?21 which goes on?32Corner Shop", "Corner Shop", "part one of a long purpose, which goes on")]
    [InlineData(":86:166?00TRANSFER?20short?21words?32Corner Shop", "Corner Shop", "short words")]
    [InlineData(":86:808?00FEES", "FEES", null)]
    [InlineData(":86:020?20MREF+M1?21SVWZ+In\nvoice 5?32Shop", "Shop", "Invoice 5")]
    [InlineData("", null, null)]
    public void payee_and_memo_are_found_in_the_details(string details, string? payee, string? memo)
    {
        var entry = Entry(Message(":61:260203C5,00NTRFNONREF\n" + details));

        (entry.Payee, entry.Memo).ShouldBe((payee, memo));
    }

    [Fact]
    public void what_supplements_the_entry_is_kept()
    {
        Entry(Message(":61:260203C5,00NTRFNONREF\nCard 1234\n:86:Shop")).ShouldSatisfyAllConditions(entry => entry.Payee.ShouldBe("Shop"), entry => entry.Memo.ShouldBe("Card 1234"));
        Entry(Message(":61:260203C5,00NTRFNONREF\n/OCMT/USD9,00/")).Payee.ShouldBeNull();
    }

    [Fact]
    public void pages_and_several_accounts_are_proved_each()
    {
        const string pages = ":20:A\n:25:1\n:28C:7/1\n:60F:C260201EUR10,00\n:61:260202D4,00NTRFNONREF\n:62M:C260202EUR6,00\n-\n"
            + ":20:A\n:25:1\n:28C:7/2\n:60M:C260202EUR6,00\n:61:260203C2,00NTRFNONREF\n:62F:C260203EUR8,00\n-\n"
            + ":20:B\n:25:2\n:60F:D260201CHF1,00\n:61:260203C2,00NTRFNONREF\n:62F:C260203CHF9,00\n-\n";

        Read(pages).Statements.Select(statement => (statement.BankAccount, statement.Currency, statement.Balance?.Amount, statement.BalanceCheck)).ShouldBe(
            [("1", "EUR", null, BalanceCheck.Proved), ("1", "EUR", 8.00m, BalanceCheck.Proved), ("2", "CHF", 9.00m, BalanceCheck.Contradicted)]);
    }

    [Fact]
    public void the_currency_is_no_part_of_the_number() =>
        Statement(":20:A\n:25:NL00BANK0123456789EUR\n:60F:C260201EUR10,00\n:62F:C260201EUR10,00\n").BankAccount.ShouldBe("NL00BANK0123456789");

    [Fact]
    public void a_line_that_is_none_is_rejected_and_nothing_is_proved()
    {
        var statement = Statement(":20:A\n:25:1\n:60F:C260201EUR10,00\n:61:garbled\n:61:260203C2,00NTRFNONREF\n:62F:C260203EUR12,00\n");

        (statement.Entries.Count, statement.BalanceCheck).ShouldBe((1, BalanceCheck.None));
        statement.Rejected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.Line.ShouldBe(4), line => line.Code.ShouldBe("bad-line"));
    }

    [Fact]
    public void its_signs_are_not_turned_in_silence() =>
        Should.Throw<BankFileException>(() => Read(":20:A\n:25:1\n:60F:C260201EUR10,00\n", new CsvMapping { Negate = true })).Code.ShouldBe("bad-mapping");

    [Fact]
    public void a_cut_is_told() => Rejection(":20:A\n:25:1\n:60F:C260201EUR10,00\n:61:260203C2,00NTRFNONREF\n").Code.ShouldBe("truncated");

    [Fact]
    public void reads_umlauts_of_any_encoding()
    {
        foreach (var encoding in new[] { "utf-8", "windows-1252" })
            Read(In(encoding, Message(":61:260203C5,00NTRFNONREF\n:86:Müller"))).Statements[0].Entries[0].Payee.ShouldBe("Müller");
    }

    public static string Message(string entries) => $":20:STARTUMS\n:25:12030000/1234567\n:28C:1\n:60F:C260201EUR0,00\n{entries}\n:62F:C260228EUR5,00\n-\n";
}
