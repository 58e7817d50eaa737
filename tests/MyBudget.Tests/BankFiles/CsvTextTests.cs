using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Encodings, dates in words, texts under unknown names, and several accounts.</summary>
public class CsvTextTests
{
    [Theory]
    [InlineData("windows-1252", "EUR", "Größe Füße GmbH")]
    [InlineData("windows-1252", "EUR", "Jäätelöbaari Päärata")]
    [InlineData("windows-1250", "CZK", "Největší řezník")]
    [InlineData("windows-1250", "PLN", "Książka Żółta")]
    [InlineData("iso-8859-2", "PLN", "Książka Łódź")]
    [InlineData("windows-1251", "RUB", "Я и Ко")]
    [InlineData("windows-1251", "RUB", "Магазин у дома")]
    [InlineData("koi8-r", "RUB", "Магазин у дома")]
    [InlineData("cp866", "RUB", "Магазин у дома")]
    [InlineData("windows-1253", "EUR", "Καφενείο Αθήνα")]
    [InlineData("windows-1254", "TRY", "Alışveriş Şişli")]
    [InlineData("windows-1257", "EUR", "Šiauliai čia ėjo")]
    [InlineData("macintosh", "EUR", "Café Müller")]
    [InlineData("gb18030", "CNY", "超市购物")]
    [InlineData("shift_jis", "JPY", "コンビニ")]
    public void a_guess_of_the_encoding_says_so(string encoding, string currency, string payee)
    {
        var file = ReadFor(currency, In(encoding, $"Date;Description;Amount\n20.01.2026;{payee};-12,50\n"));

        (file.Statements[0].Entries[0].Payee, file.Layout!.EncodingGuessed).ShouldBe((payee, true));
    }

    [Fact]
    public void a_broken_letter_does_not_make_utf8_anything_else()
    {
        byte[] broken = [.. In("utf-8", "Date;Description;Amount\n20.01.2026;Café Café Café Café Café Café Café Café Café Café;-1,00\n21.01.2026;Caf"), 0xC3];

        var file = Read(broken);

        (file.Layout!.Encoding, file.Statements[0].Entries[0].Payee![..4]).ShouldBe(("utf-8", "Café"));
    }

    [Fact]
    public void passes_over_padding_and_a_mark_that_lies()
    {
        Read([.. In("utf-8", "Date,Description,Amount\n2026-01-20,Shop,-1.00\n"), .. new byte[600]]).Statements[0].Entries.Count.ShouldBe(1);
        Read([0xEF, 0xBB, 0xBF, .. In("windows-1252", "Date;Description;Amount\n20.01.2026;Müller;-1,00\n")])
            .Statements[0].Entries[0].Payee.ShouldBe("Müller");
    }

    [Theory]
    [InlineData("20. Januar 2026")]
    [InlineData("20 janv. 2026")]
    [InlineData("20 января 2026 г.")]
    [InlineData("20 stycznia 2026")]
    [InlineData("20 de enero de 2026")]
    [InlineData("20 gennaio 2026")]
    [InlineData("20 januari 2026")]
    [InlineData("20 tammikuuta 2026")]
    [InlineData("20 ledna 2026")]
    [InlineData("20 ocak 2026")]
    [InlineData("20 Ιανουαρίου 2026")]
    [InlineData("Tue 20 Jan 2026")]
    [InlineData("2026年1月20日")]
    [InlineData("2026년 1월 20일")]
    [InlineData("09:31 20-01-2026")]
    [InlineData("1768900000")]
    [InlineData("46042")]
    public void reads_dates_in_many_ways(string written) =>
        Entry($"Date;Description;Amount\n{written};A;-1,00\n").Date.ShouldBe(new DateOnly(2026, 1, 20));

    [Theory]
    [InlineData("d. MMMM yyyy", "20. Januar 2026")]
    [InlineData("yyyy年M月d日", "2026年1月20日")]
    [InlineData("HH:mm dd-MM-yyyy", "09:31 20-01-2026")]
    [InlineData("EEE d MMM yyyy", "Tue 20 Jan 2026")]
    [InlineData("DD.MM.YYYY", "20.01.2026")]
    public void reads_the_pattern_that_the_user_writes(string pattern, string written) =>
        Entry($"Date;Description;Amount\n{written};A;-1,00\n", new CsvMapping { DateFormat = pattern }).Date.ShouldBe(new DateOnly(2026, 1, 20));

    [Fact]
    public void asks_whether_two_digits_are_a_year_or_a_day()
    {
        Refuse("Date,Text,Amount\n26-01-20,A,-1\n26-01-21,B,-2\n26-02-03,C,-3\n").Candidates.ShouldBe(["dd-MM-yy", "yy-MM-dd"]);
        Statement("Datum;Text;Betrag\n20.01.26;A;-1,00\n21.01.26;B;-2,00\n").Entries[1].Date.ShouldBe(new DateOnly(2026, 1, 21));
    }

    [Fact]
    public void another_date_stands_in_for_a_blank_one() =>
        Statement("Booking Date,Transaction Date,Text,Amount\n2026-01-20,2026-01-19,A,-1\n,2026-01-22,B,-2\n").Entries[1].Date
            .ShouldBe(new DateOnly(2026, 1, 22));

    [Fact]
    public void the_payee_is_the_most_varied_text_where_no_name_is_known()
    {
        var file = Read("Pvm;Pankki;Kuka;Belopp\n20.01.2026;Big Bank Corporation;Shop;-1,00\n21.01.2026;Big Bank Corporation;Cafe;-2,00\n");

        file.Statements[0].Entries.Select(e => e.Payee).ShouldBe(["Shop", "Cafe"]);
    }

    [Fact]
    public void a_payee_stands_in_any_column_that_is_named_so() =>
        Statement("Date,Amount,Description,Payer Name,Payee Name,Merchant\n2026-01-20,-1,Card,,,Shop\n2026-01-21,-2,Sent,,Bob,\n2026-01-22,3,Got,Ann,Me,\n")
            .Entries.Select(e => e.Payee).ShouldBe(["Shop", "Bob", "Ann"]);

    [Theory]
    [InlineData("Date,Text,Amount,Account Number\n2026-01-20,A,-1,60-111\n2026-01-21,B,-2,60-222\n2026-01-22,C,-3,60-111\n")]
    [InlineData("Account: 60-111\nDate,Text,Amount\n2026-01-20,A,-1\n2026-01-22,C,-3\n\nAccount: 60-222\nDate,Text,Amount\n2026-01-21,B,-2\n")]
    public void several_accounts_are_told_apart(string text) =>
        Read(text).Statements.Select(s => (s.BankAccount, s.Entries.Count)).ShouldBe([("60-111", 2), ("60-222", 1)]);

    [Theory]
    [InlineData("Date, Payee, Amount\n2026-01-20, \"Shop, Ltd\", -1.00\n")]
    [InlineData("Date,Payee,Amount\n2026-01-20,\"Shop, \\\"X\\\", Ltd\",-1.00\n")]
    [InlineData("'Date','Payee','Amount'\n'2026-01-20','Shop, Ltd','-1.00'\n")]
    public void reads_quotes_of_many_kinds(string text) => Entry(text).Payee!.ShouldEndWith("Ltd");

    [Fact]
    public void a_stray_quote_swallows_no_row_in_silence()
    {
        var statement = Statement("Date,Payee,Amount\n2026-01-19,A,-1\n2026-01-20,\"Shop,-12.50\n2026-01-21,\"Bar,-30.00\n2026-01-22,B,-2\n");

        (statement.Entries.Count, statement.Rejected.Count).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("R$ -1.234,56", "-1234.56")]
    [InlineData("-12,00 lei", "-12.00")]
    [InlineData("-12,00 kr.", "-12.00")]
    [InlineData("Rs. -12.00", "-12.00")]
    [InlineData("12,00 D", "-12.00")]
    [InlineData("\u200E-12.00", "-12.00")]
    [InlineData("\u201112.00", "-12.00")]
    [InlineData("=\"-12.00\"", "-12.00")]
    [InlineData("'-12.00", "-12.00")]
    [InlineData("-\uFF11\uFF12.00", "-12.00")]
    [InlineData("-12.340000000000001", "-12.34")]
    [InlineData("-1.2E+01", "-12")]
    [InlineData("- 12.00", "-12.00")]
    public void reads_amounts_with_what_banks_put_around_them(string written, string amount) =>
        Amounts(Read($"Date\tText\tAmount\n2026-01-20\tA\t\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")).ShouldBe(amount);
}
