using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What files say of their own completeness, and dates whose language has to be known.</summary>
public class StatementGapTests
{
    [Theory]
    [InlineData("2026-02-01,Opening balance,100.00\n2026-02-01,Shop,-7.50\n2026-02-02,Cafe,-2.50\n2026-02-28,Closing balance,90.00\n", BalanceCheck.Proved)]
    [InlineData("2026-02-01,Opening balance,100.00\n2026-02-01,Shop,-7.50\n2026-02-02,Cafe,-2.50\n2026-02-28,Closing balance,95.00\n", BalanceCheck.Contradicted)]
    [InlineData("2026-02-01,Opening balance,100.00\n2026-02-01,Shop,-7.50\n2026-02-02,Cafe,-2.50\n", BalanceCheck.None)]
    public void balances_between_the_entries_prove_them(string rows, object check)
    {
        var statement = Statement($"Date,Text,Amount\n{rows}");

        statement.Entries.Count.ShouldBe(2);
        statement.BalanceCheck.ShouldBe((BalanceCheck)check);
    }

    [Fact]
    public void balances_between_the_entries_prove_signs() => Amounts(Read(
        "Date,Text,Amount\n2026-02-01,Saldo inicial,100.00\n2026-02-01,Shop,7.50\n2026-02-02,Pay,-2.50\n2026-02-28,Saldo final,95.00\n"))
        .ShouldBe("-7.50 2.50");

    [Theory]
    [InlineData("5/1", "5/3", "C260202EUR6,00", 1)]
    [InlineData("5/1", "5/2", "C260202EUR6,00", 0)]
    [InlineData("5/1", "5/2", "C260202EUR5,00", 1)]
    [InlineData("5/1", "6/1", "C260202EUR6,00", 0)]
    public void a_missing_page_is_said(string first, string second, string opening, int missing)
    {
        var file = Read(
            $":20:A\n:25:1\n:28C:{first}\n:60F:C260201EUR10,00\n:61:260202D4,00NTRFNONREF\n:62M:C260202EUR6,00\n-\n"
            + $":20:A\n:25:1\n:28C:{second}\n:60M:{opening}\n:61:260203C2,00NTRFNONREF\n:62F:C260203EUR8,00\n-\n");

        file.Statements.SelectMany(statement => statement.Rejected).Count(line => line.Code == "missing-page").ShouldBe(missing);
        file.Statements.Sum(statement => statement.Entries.Count).ShouldBe(2);
    }

    [Fact]
    public void dates_of_qif_that_go_steadily_through_time_in_one_order_only_are_in_that_order()
    {
        var days = Enumerable.Range(1, 8).SelectMany(month => new[] { 1, 5, 9 }.Select(day => $"D{month}/{day}/2026\nT-1.00\n^\n"));

        Statement($"!Type:Bank\n{string.Concat(days)}").Entries[^1].Date.ShouldBe(new DateOnly(2026, 8, 9));
    }

    [Theory]
    [InlineData("15. sije\u010Dnja 2026.", "2026-01-15")]
    [InlineData("3. srpnja 2026.", "2026-07-03")]
    [InlineData("28. studenoga 2026.", "2026-11-28")]
    public void croatian_months(string date, string expected) =>
        Entry($"Datum;Opis;Iznos\n{date};A;-1,00\n").Date.ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void a_month_that_means_another_one_elsewhere_is_told_by_the_others_or_asked()
    {
        Statement("Datum;Opis;Iznos\n2. listopada 2026.;A;-1,00\n3. rujna 2026.;A;-1,00\n").Entries[0].Date.Month.ShouldBe(10);
        Statement("Data;Opis;Kwota\n2 listopada 2026;A;-1,00\n3 grudnia 2026;A;-1,00\n").Entries[0].Date.Month.ShouldBe(11);
        ReadFor("PLN", "Data;Opis;Kwota\n2 listopada 2026;A;-1,00\n").Statements[0].Entries[0].Date.Month.ShouldBe(11);

        const string open = "Datum;Opis;Iznos\n2. listopada 2026.;A;-1,00\n";
        var asked = Refuse(open);
        asked.Code.ShouldBe("ambiguous-dates");
        asked.Candidates.Select(candidate => Statement(open, new CsvMapping { DateFormat = candidate }).Entries[0].Date.Month).ShouldBe([10, 11]);
    }

    [Fact]
    public void corrections_of_a_correction_lead_back_to_the_first_entry()
    {
        var statement = Statement(Sgml(
            "<STMTTRN><DTPOSTED>20260105<TRNAMT>-6<FITID>P2<NAME>SHOP<CORRECTFITID>P1<CORRECTACTION>REPLACE</STMTTRN>"
            + "<STMTTRN><DTPOSTED>20260105<TRNAMT>-7<FITID>P3<NAME>SHOP<CORRECTFITID>P2<CORRECTACTION>REPLACE</STMTTRN>"));

        var corrects = statement.Entries.ShouldHaveSingleItem().Corrects!;
        (corrects.BankId, corrects.Former.ShouldHaveSingleItem()).ShouldBe(("P2", "P1"));
    }
}
