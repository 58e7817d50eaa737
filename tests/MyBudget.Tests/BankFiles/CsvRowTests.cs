using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class CsvRowTests
{
    private const string Header = "Date,Payee,Amount,Description\n";

    [Fact]
    public void reads_quoted_fields_with_delimiters_quotes_and_line_ends()
    {
        var statement = Statement(Header + "2026-01-01,\"A, \"\"B\"\"\",1,\"first\r\nsecond\"\r\n2026-01-02,C,2,\r\n");

        statement.Entries.Select(e => (e.Line, e.Payee, e.Memo)).ShouldBe([(2, "A, \"B\"", "first second"), (4, "C", null)]);
    }

    [Fact]
    public void keeps_what_looks_like_a_formula()
    {
        var statement = Statement(Header + "2026-01-01,=1+1,1,@SUM(A1)\n2026-01-02,+49 170 123,2,-x\n");

        statement.Entries.Select(e => (e.Payee, e.Memo)).ShouldBe([("=1+1", "@SUM(A1)"), ("+49 170 123", "-x")]);
    }

    [Fact]
    public void rejects_rows_of_another_width_and_skips_blank_ones()
    {
        var statement = Statement(Header + "2026-01-01,A,1,x\n\n,,,\n2026-01-02,B\n2026-01-03,C,3\n2026-01-04,D,4,x,\n2026-01-05,E,5,x,y\nTotal,,9,\n");

        statement.Entries.Select(e => e.Payee).ShouldBe(["A", "C", "D"]);
        statement.Rejected.Select(r => (r.Line, r.Code)).ShouldBe([(5, "too-few-columns"), (8, "too-many-columns"), (9, "bad-date")]);
        statement.Rejected[0].Text.ShouldBe("2026-01-02,B");
    }

    [Fact]
    public void a_quote_that_is_never_closed_costs_only_its_line()
    {
        var statement = Statement(Header + "2026-01-01,A,1,x\n2026-01-02,\"B,2,x\n2026-01-03,C,3,x\n2026-01-04,D,4,x\n");

        statement.Entries.Select(e => (e.Line, e.Payee)).ShouldBe([(2, "A"), (4, "C"), (5, "D")]);
        statement.Rejected.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void cleans_texts_but_cuts_none()
    {
        var entry = Entry(Header + "2026-01-01,\"  A\0\u0007B \uD83D\uDE00\u00A0C \",1," + new string('m', 2000) + "\n");

        (entry.Payee, entry.Memo!.Length).ShouldBe(("AB \uD83D\uDE00 C", 2000));
        Rejection(Header + "2026-01-01,A,1," + new string('m', 2001) + "\n").Code.ShouldBe("text-too-long");
    }

    [Fact]
    public void reads_currencies_and_rejects_what_is_none()
    {
        var statement = Statement("Date,Payee,Amount,CCY\n2026-01-01,A,1,eur\n2026-01-02,B,2,€\n2026-01-03,C,3,money\n");

        (statement.Currency, statement.Entries.Count, statement.Rejected[0].Code).ShouldBe(("EUR", 2, "bad-currency"));
    }

    [Fact]
    public void follows_the_banks_status()
    {
        var statement = Statement("Date,Description,Amount,State\n2026-01-01,A,1,COMPLETED\n2026-01-02,B,2,PENDING\n2026-01-03,C,3,REVERTED\n");

        statement.Entries.Select(e => e.Pending).ShouldBe([false, true]);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("not-booked");
    }

    [Theory]
    [InlineData("2026-01-01,A,1,101\n2026-01-02,B,2,103\n", "103")]
    [InlineData("2026-01-02,B,2,103\n2026-01-01,A,1,101\n", "103")]
    [InlineData("2026-01-01,A,1,101\n2026-01-01,B,2,103\n", "103")]
    [InlineData("2026-01-01,B,2,103\n2026-01-01,A,1,101\n", "103")]
    public void takes_the_closing_balance_of_either_order(string rows, string balance) =>
        Statement("Date,Payee,Amount,Balance\n" + rows).Balance!.Amount
            .ShouldBe(decimal.Parse(balance, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void a_header_without_rows_is_an_empty_statement()
    {
        var statement = Statement("Date,Payee,Amount\n");

        (statement.Entries.Count, statement.Rejected.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void counts_rows()
    {
        var text = Header + string.Concat(Enumerable.Range(0, 20).Select(i => $"2026-01-01,A,{i},x\n"));

        Refuse(text, maxRows: 19).Code.ShouldBe("too-many-rows");
        Refuse(text.Replace("2026", "bad", StringComparison.Ordinal) + "2026-01-01,A,1,x\n", maxRows: 20).Code.ShouldBe("too-many-rows");
        Read(text, maxRows: 20).Statements[0].Entries.Count.ShouldBe(20);
    }
}
