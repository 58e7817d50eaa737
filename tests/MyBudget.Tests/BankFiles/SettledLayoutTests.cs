using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What one file settles, the next ones with its columns are read by, where they prove nothing themselves.</summary>
public class SettledLayoutTests
{
    private const string Words = "Wann;Was;Wie;Amount\n01.02.2026;A;Zug;7,50\n02.02.2026;B;Bug;90,00\n13.02.2026;C;Zug;1,00\n";

    [Theory]
    [InlineData(
        "Date,Text,Amount\n03/04/2026,A,-1.00\n05/06/2026,B,-2.00\n", "dateFormat", "dd/MM/yyyy",
        "Date,Text,Amount\n07/08/2026,C,-3.00\n09/08/2026,D,-4.00\n", "2026-08-07 -3.00 2026-08-09 -4.00", "dateFormat")]
    [InlineData(
        "Date,Text,Amount\n03/04/2026,A,-1.00\n05/06/2026,B,-2.00\n", "dateFormat", "M/d/yyyy",
        "Date,Text,Amount\n07/08/2026,C,-3.00\n09/08/2026,D,-4.00\n", "2026-07-08 -3.00 2026-09-08 -4.00", "dateFormat")]
    [InlineData(
        "Date;Text;Amount\n2026-02-01;A;-1,234\n", "decimalSeparator", ",",
        "Date;Text;Amount\n2026-03-01;C;-2,345\n", "2026-03-01 -2.345", "decimalSeparator")]
    [InlineData(
        "Date,Text,Amount\n31.01.2026,A,7.50\n13.02.2026,B,2.00\n", "negate", "true",
        "Date,Text,Amount\n14.03.2026,C,3.00\n15.03.2026,D,4.00\n", "2026-03-14 -3.00 2026-03-15 -4.00", "negate")]
    [InlineData(
        "Date,Text,Amount,Fee\n2026-02-01,A,-7.50,0.50\n", "fee", "none",
        "Date,Text,Amount,Fee\n2026-03-01,A,-8.50,0.50\n", "2026-03-01 -8.50", "fee")]
    [InlineData(
        "01022026;Shop;-7,50\n13022026;Cafe;-1,00\n", "dateFormat", "ddMMyyyy", "05032026;Shop;-2,50\n06032026;Cafe;-1,00\n", "2026-03-05 -2.50 2026-03-06 -1.00",
        "dateFormat")]
    public void an_answer_is_remembered(string first, string member, string answer, string next, string entries, string used)
    {
        Refused(next).ShouldBe(member is not "negate");
        var mapping = new CsvMapping
        {
            DateFormat = member is "dateFormat" ? answer : null,
            DecimalSeparator = member is "decimalSeparator" ? answer[0] : null,
            Negate = member is "negate" ? true : null,
            Fee = member is "fee" ? answer : null,
            HasHeader = first.StartsWith('0') ? false : null,
            Date = first.StartsWith('0') ? "0" : null,
        };

        var file = Next(Read(first, mapping), next);

        Entries(file).ShouldBe(entries);
        string.Join(',', file.Layout!.Settled!.Used).ShouldBe(used);
        file.Layout.Settled.Differs.ShouldBeEmpty();
    }

    [Fact]
    public void words_are_remembered_and_new_ones_are_asked()
    {
        var first = Read(Words, new CsvMapping { Indicator = "Wie", IndicatorOut = ["Zug"] });

        Entries(Next(first, Words)).ShouldBe("2026-02-01 -7.50 2026-02-02 90.00 2026-02-13 -1.00");
        Entries(Next(first, "Wann;Was;Wie;Amount\n14.03.2026;A;Zug;7,50\n")).ShouldBe("2026-03-14 -7.50");
        var asked = Should.Throw<BankFileException>(() => Next(first, Words.Replace("C;Zug", "C;Flug", StringComparison.Ordinal)));
        (asked.Code, string.Join(',', asked.Candidates)).ShouldBe(("direction-needed", "flug"));
    }

    [Theory]
    [InlineData("Date,Text,Amount\n03/04/2026,A,-1.00\n", "Date,Text,Amount\n04/25/2026,C,-3.00\n04/07/2026,D,-4.00\n", "2026-04-25 -3.00 2026-04-07 -4.00", "dateFormat")]
    [InlineData("Date;Text;Amount\n2026-02-01;A;-1,234\n", "Date;Text;Amount\n2026-03-01;C;-2.50\n", "2026-03-01 -2.50", "decimalSeparator")]
    public void what_a_file_proves_itself_wins_and_is_said(string first, string next, string entries, string differs)
    {
        var file = Next(Read(first, new CsvMapping { DateFormat = differs is "dateFormat" ? "dd/MM/yyyy" : null, DecimalSeparator = differs is "dateFormat" ? null : ',' }), next);

        Entries(file).ShouldBe(entries);
        file.Layout!.Settled!.Differs.ShouldBe([differs]);
    }

    [Fact]
    public void signs_that_were_turned_are_asked_again_where_most_amounts_have_a_minus()
    {
        const string card = "Date,Text,Amount\n2026-02-01,A,7.50\n2026-02-02,B,2.00\n2026-02-03,Paid,-9.50\n";
        var first = ReadFor("EUR", card, new CsvMapping { Negate = true }, isDebt: true);

        Entries(Next(first, card.Replace("7.50", "8.50", StringComparison.Ordinal), isDebt: true)).ShouldBe("2026-02-01 -8.50 2026-02-02 -2.00 2026-02-03 9.50");
        var turned = card.Replace("A,7", "A,-7", StringComparison.Ordinal).Replace("B,2", "B,-2", StringComparison.Ordinal);
        Should.Throw<BankFileException>(() => Next(first, turned, isDebt: true)).Code.ShouldBe("direction-needed");
    }

    [Fact]
    public void signs_that_were_turned_turn_no_words_that_tell_the_direction_themselves()
    {
        var first = Read("Date,Text,Kind,Amount\n2026-02-01,A,,7.50\n2026-02-02,B,,2.00\n", new CsvMapping { Negate = true });

        Entries(Next(first, "Date,Text,Kind,Amount\n2026-03-01,A,Debit,7.50\n2026-03-02,B,Credit,2.00\n")).ShouldBe("2026-03-01 -7.50 2026-03-02 2.00");
    }

    [Fact]
    public void a_balance_that_contradicts_what_was_settled_wins()
    {
        const string header = "Date,Text,Aaa,Bbb,Balance\n";
        var first = Read($"{header}2026-02-01,A,-1.00,5.00,10.00\n2026-02-02,B,-2.00,7.00,8.00\n", new CsvMapping { Amount = "Aaa" });

        var file = Next(first, $"{header}2026-03-01,A,1.00,-5.00,10.00\n2026-03-02,B,2.00,-7.00,3.00\n2026-03-03,B,4.00,-1.00,2.00\n");

        Entries(file).ShouldBe("2026-03-01 -5.00 2026-03-02 -7.00 2026-03-03 -1.00");
        file.Layout!.Settled!.Differs.ShouldContain("amount");
    }

    [Fact]
    public void columns_that_the_user_named_stay_theirs()
    {
        var first = Read("Date,Name,Kind,Amount\n2026-02-01,Shop,Card,-1.00\n2026-02-02,Cafe,Card,2.00\n", new CsvMapping { Payee = "Kind", Memo = "Name" });

        var file = Next(first, "Date,Name,Kind,Amount\n2026-03-01,Shop,Till,-1.00\n2026-03-02,Cafe,Till,2.00\n");

        file.Statements[0].Entries.Select(entry => (entry.Payee, entry.Memo)).ShouldBe([("Till", "Shop"), ("Till", "Cafe")]);
        file.Layout!.Settled!.Used.ShouldContain("payee");
    }

    [Fact]
    public void an_encoding_that_was_said_is_remembered()
    {
        const string text = "Date;Name;Amount\n2026-02-01;\u0141\u00F3d\u017A;-1,00\n";
        var first = Read(In("windows-1250", text), new CsvMapping { Encoding = "windows-1250" });

        var file = BankFileReader.Read(In("windows-1250", text), null, BankFileOptions.Default with { Settled = [first.Layout!.Settles!] });

        file.Statements[0].Entries[0].Payee.ShouldBe("\u0141\u00F3d\u017A");
        (file.Layout!.EncodingGuessed, file.Layout.Settled!.Used.ShouldHaveSingleItem()).ShouldBe((false, "encoding"));
        Next(first, text).Layout!.Settled!.Differs.ShouldBe(["encoding"]);
    }

    [Fact]
    public void accounts_of_others_can_be_switched_off_for_good()
    {
        const string file = "Date;Account;Name;Amount\n2026-02-01;DE1;A;-1,00\n2026-02-02;DE2;B;-2,00\n2026-02-03;DE1;C;-2,00\n";
        Read(file).Statements.Count.ShouldBe(2);

        var first = Read(file, new CsvMapping { Account = "none" });

        first.Statements.ShouldHaveSingleItem();
        Next(first, file).Statements.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Date,Text,Amount\n05/05/2026,A,-1.00\n", "Date,Text,Amount\n03/04/2026,A,-1.00\n")]
    [InlineData("Date,Text,Amount\n2026-02-01,A,-12\n", "Date,Text,Amount\n2026-02-01,A,\"-1,234\"\n")]
    public void what_a_file_does_not_show_it_does_not_settle(string first, string next) =>
        Should.Throw<BankFileException>(() => Next(Read(first), next)).Code.ShouldStartWith("ambiguous");

    [Fact]
    public void another_bank_s_columns_are_not_read_by_it()
    {
        var first = Read("Date,Text,Amount\n03/04/2026,A,-1.00\n05/06/2026,B,-2.00\n", new CsvMapping { DateFormat = "dd/MM/yyyy" });

        Should.Throw<BankFileException>(() => Next(first, "Date,Payee,Amount\n03/04/2026,A,-1.00\n")).Code.ShouldBe("ambiguous-dates");
    }

    private static BankFile Next(BankFile first, string text, bool isDebt = false) => BankFileReader.Read(
        System.Text.Encoding.UTF8.GetBytes(text), null,
        BankFileOptions.Default with { Settled = [first.Layout!.Settles!], IsDebt = isDebt, Currency = isDebt ? "EUR" : null, CurrencyDigits = isDebt ? 2 : null });

    private static bool Refused(string text)
    {
        try
        {
            Read(text);
            return false;
        }
        catch (BankFileException)
        {
            return true;
        }
    }

    private static string Entries(BankFile file) =>
        string.Join(' ', file.Statements.ShouldHaveSingleItem().Entries.Select(entry => FormattableString.Invariant($"{entry.Date:yyyy-MM-dd} {entry.Amount}")));
}
