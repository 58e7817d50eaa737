using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What the user said of directions and signs wins over what banks mostly mean, in later files too.</summary>
public class SaidDirectionTests
{
    [Theory]
    [InlineData("Debit", "Credit")]
    [InlineData("W", "D")]
    [InlineData("S", "H")]
    [InlineData("A", "B")]
    public void words_that_the_user_said_the_other_way_stay_so(string isIn, string isOut)
    {
        var header = "Date,Text,Mark,Amount\n";
        var first = Read(
            $"{header}2026-03-02,M,{isOut},12.50\n2026-03-20,W,{isIn},80.00\n",
            new CsvMapping { Indicator = "Mark", IndicatorOut = [isOut], IndicatorIn = [isIn] });

        var next = Next(first, $"{header}2026-04-02,M,{isOut},13.50\n2026-04-20,W,{isIn},90.00\n");

        Amounts(next).ShouldBe("-13.50 90.00");
        Amounts(Next(first, $"{header}2026-05-02,M,{isOut},14.50\n")).ShouldBe("-14.50");
        Amounts(Next(next, $"{header}2026-06-02,M,{isIn},15.50\n")).ShouldBe("15.50");
    }

    [Fact]
    public void that_they_were_needed_is_told()
    {
        const string table = "Date,Text,Type,Amount\n2026-03-02,M,Credit,12.50\n2026-03-20,W,Debit,80.00\n";
        var first = Read(table, new CsvMapping { Indicator = "Type", IndicatorOut = ["Credit"], IndicatorIn = ["Debit"] });

        Next(first, table).Layout!.Settled!.Used.ShouldBe(["indicatorIn", "indicatorOut"]);
    }

    [Theory]
    [InlineData("2026-03-02,SHOP,12.50\n2026-03-03,CAFE,2.00\n2026-03-25,PAYMENT THANK YOU,-14.50\n")]
    [InlineData("2026-03-02,SHOP,12.50\n2026-03-25,PAYMENT THANK YOU,-14.50\n2026-03-26,REFUND,-2.00\n")]
    public void signs_that_the_user_said_to_be_right_win_over_the_texts_of_a_card(string rows)
    {
        var text = $"Date,Description,Amount\n{rows}";
        var first = ReadFor("EUR", text, new CsvMapping { Negate = false }, isDebt: true);

        Amounts(Next(first, text, isDebt: true)).ShouldBe(Amounts(first));
    }

    [Theory]
    [InlineData("2026-03-02,M,-12.50\n2026-03-20,W,80.00\n")]
    [InlineData("2026-03-02,M,-12.50\n2026-03-20,W,-80.00\n")]
    public void a_file_without_signs_is_asked_where_money_out_had_a_minus(string rows)
    {
        const string unsigned = "Date,Payee,Amount\n2026-04-02,M,13.50\n2026-04-20,W,90.00\n";
        var first = Read($"Date,Payee,Amount\n{rows}");

        Should.Throw<BankFileException>(() => Next(first, unsigned)).Code.ShouldBe("direction-needed");
        var answered = Next(first, unsigned, mapping: new CsvMapping { Negate = false });
        Amounts(answered).ShouldBe("13.50 90.00");
        Amounts(Next(answered, unsigned)).ShouldBe("13.50 90.00");
        Amounts(Next(first, "Date,Payee,Amount\n2026-04-02,M,13.50\n2026-04-20,W,-9.00\n")).ShouldBe("13.50 -9.00");
    }

    [Fact]
    public void a_running_balance_proves_that_all_of_it_is_money_in()
    {
        const string header = "Date,Payee,Amount,Balance\n";
        var first = Read($"{header}2026-03-02,M,-12.50,90.00\n2026-03-20,W,80.00,170.00\n");

        Amounts(Next(first, $"{header}2026-04-02,M,1.00,171.00\n2026-04-20,W,2.00,173.00\n2026-04-21,W,2.00,175.00\n")).ShouldBe("1.00 2.00 2.00");
    }

    private static BankFile Next(BankFile first, string text, bool isDebt = false, CsvMapping? mapping = null) => BankFileReader.Read(
        System.Text.Encoding.UTF8.GetBytes(text), null,
        BankFileOptions.Default with { Settled = [first.Layout!.Settles!], IsDebt = isDebt, Csv = mapping, Currency = "EUR", CurrencyDigits = 2 });
}
