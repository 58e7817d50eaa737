using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Totals, tables under each other, and what a proof is worth of which a row is missing.</summary>
public class CsvTotalTests
{
    [Theory]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-02,Daily total,12.50,\n2026-03-05,Wages,,80.00\n2026-03-05,Daily total,,80.00\n", 2)]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-03,Cafe,2.50,\n2026-03-31,Total March 2026,15.00,\n2026-04-05,Wages,,80.00\n", 3)]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-03,Cafe,2.50,\n2026-03-31,Month total,15.00,\n", 2)]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-03,Cafe,2.50,\n2026-03-31,Monatssumme,15.00,\n2026-04-01,Total for April,8.00,\n", 3)]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-02,TOTAL,12.50,\n2026-03-03,Cafe,4.00,\n2026-03-05,Wages,,80.00\n", 4)]
    [InlineData("2026-03-02,Market,12.50,\n2026-03-02,Total Access,12.50,\n2026-03-05,Wages,,80.00\n", 3)]
    public void a_total_is_the_sum_of_the_rows_before(string rows, int entries)
    {
        var statement = Statement($"Date,Description,Debit,Credit\n{rows}");

        statement.Entries.Count.ShouldBe(entries);
        statement.Rejected.ShouldAllBe(line => line.Code == "balance-row");
    }

    [Fact]
    public void a_total_of_signed_amounts_is_one_too() =>
        Statement("Date,Description,Amount\n2026-03-02,Market,-12.50\n2026-03-05,Wages,80.00\n2026-03-05,Total,67.50\n,Total for March,67.50\n2026-03-31,Closing Balance,167.50\n")
            .Entries.Count.ShouldBe(2);

    [Theory]
    [InlineData("2026-03-04,C,?,80.00\n", "None")]
    [InlineData("31/31/2026,C,-3.00,80.00\n", "None")]
    [InlineData("2026-03-04,C,-3.00,82.00\n", "Proved")]
    [InlineData("Printed on paper\n", "Proved")]
    public void a_proof_with_a_row_that_is_not_read_is_none(string row, string check) => Statement(
        $"Date,Text,Amount,Balance\n2026-03-01,A,-10.00,90.00\n2026-03-02,B,-5.00,85.00\n{row}2026-03-05,D,-2.00,{(row.Contains("82", StringComparison.Ordinal) ? "80.00" : row.Contains("80", StringComparison.Ordinal) ? "78.00" : "83.00")}\n")
        .BalanceCheck.ToString().ShouldBe(check);

    [Theory]
    [InlineData("Date,Description,Credit,Debit")]
    [InlineData("Date,Amount,Description,Balance")]
    public void rows_under_another_header_are_not_read_by_the_first(string header)
    {
        var text = $"Account: 111\nDate,Description,Debit,Credit\n2026-03-02,A,12.50,\n2026-03-03,B,,3.00\n\nAccount: 222\n{header}\n2026-03-02,A,12.50,\n2026-03-03,C,,1.00\n";

        Amounts(Read(text)).ShouldBe("-12.50 3.00");
        Read(text).Statements.SelectMany(statement => statement.Rejected).Count(line => line.Code == "other-table").ShouldBe(3);
    }

    [Fact]
    public void they_can_be_read_by_their_own() => Amounts(Read(
        "Date,Description,Debit,Credit\n2026-03-02,A,12.50,\n2026-03-03,B,,3.00\nDate,Description,Credit,Debit\n2026-03-02,A,13.50,\n2026-03-03,C,,1.00\n",
        new CsvMapping { SkipLines = 3 })).ShouldBe("13.50 -1.00");
}
