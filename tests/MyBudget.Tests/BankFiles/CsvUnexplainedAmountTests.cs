using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>A column of amounts beside the amount is explained by its name, its currency or what it holds, or it is asked.</summary>
public class CsvUnexplainedAmountTests
{
    [Theory]
    [InlineData("Transfer fee")]
    [InlineData("Fee amount")]
    [InlineData("Charges")]
    [InlineData("Bank charges")]
    [InlineData("Kommission")]
    [InlineData("Überweisungsgebühr")]
    [InlineData("Teenustasu")]
    [InlineData("Naknada")]
    [InlineData("Προμήθεια")]
    [InlineData("Сбор банка")]
    [InlineData("Xyz")]
    [InlineData("")]
    public void it_is_asked_whatever_it_is_called(string name)
    {
        var text = $"Date;Payee;Amount;{name}\n03.02.2026;A;-80,00;1,20\n13.02.2026;B;-40,00;0,60\n14.02.2026;C;90,00;0,00\n";
        var column = name.Length > 0 ? name : "3";

        Refuse(text).ShouldSatisfyAllConditions(asked => asked.Code.ShouldBe("layout-needed"), asked => asked.Candidates.ShouldBe([column, "none"]));
        Amounts(Read(text, new CsvMapping { Fee = column })).ShouldBe("-81.20 -40.60 90.00");
        Amounts(Read(text, new CsvMapping { Fee = "none" })).ShouldBe("-80.00 -40.00 90.00");
    }

    [Fact]
    public void so_it_is_beside_columns_for_money_out_and_in()
    {
        const string text = "Date;Payee;Debit;Credit;Fee\n03.02.2026;A;80,00;;1,20\n13.02.2026;C;;90,00;0,00\n";

        Refuse(text).Candidates.ShouldBe(["Fee", "none"]);
        Amounts(Read(text, new CsvMapping { Fee = "Fee" })).ShouldBe("-81.20 90.00");
    }

    [Theory]
    [InlineData("Transfer fee", "918,80", "878,20", "-81.20 -40.60")]
    [InlineData("Xyz", "918,80", "878,20", "-81.20 -40.60")]
    [InlineData("Xyz", "920,00", "880,00", "-80.00 -40.00")]
    public void a_running_balance_tells_it(string name, string first, string second, string amounts)
    {
        var file = Read($"Date;Payee;Amount;{name};Balance\n03.02.2026;A;-80,00;1,20;{first}\n13.02.2026;B;-40,00;0,60;{second}\n");

        (Amounts(file), file.Statements[0].BalanceCheck).ShouldBe((amounts, BalanceCheck.Proved));
    }

    [Theory]
    [InlineData("Quantity", "1,50", "2,50")]
    [InlineData("MwSt", "12,77", "6,39")]
    [InlineData("Original amount", "88,00", "44,00")]
    [InlineData("Amount (USD)", "88,00", "44,00")]
    [InlineData("Xyz", "0,00", "")]
    [InlineData("Xyz", "1,0845", "1,0901")]
    [InlineData("Xyz", "80,00", "-40,00")]
    [InlineData("Xyz", "920,00", "880,00")]
    [InlineData("Available balance", "12,50", "7,50")]
    [InlineData("MCC", "5411", "6011")]
    public void what_is_explained_is_no_question(string name, string first, string second) => Amounts(ReadFor(
        "EUR", $"Date;Payee;Amount;{name}\n03.02.2026;A;-80,00;{first}\n13.02.2026;B;-40,00;{second}\n")).ShouldBe("-80.00 -40.00");

    [Theory]
    [InlineData("Capital;Interest", "-70,00;-10,00", "-35,00;-5,00")]
    [InlineData("Gross;Fee", "-78,80;1,20", "-39,40;0,60")]
    public void nor_are_parts_that_make_the_amount(string names, string first, string second) => Amounts(Read(
        $"Date;Payee;{names};Amount\n03.02.2026;A;{first};-80,00\n13.02.2026;B;{second};-40,00\n")).ShouldBe("-80.00 -40.00");

    [Fact]
    public void the_answer_holds_for_the_next_files_but_not_what_was_never_asked()
    {
        const string columns = "Date;Payee;Amount;Xyz\n";
        const string next = columns + "03.03.2026;A;-80,00;1,20\n13.03.2026;B;-40,00;0,60\n";
        var none = Read(next, new CsvMapping { Fee = "none" }).Layout!.Settles!;
        var chosen = Read(next, new CsvMapping { Amount = "Amount" }).Layout!.Settles!;
        var never = Read(columns + "03.02.2026;A;-80,00;0,00\n13.02.2026;B;-40,00;0,00\n").Layout!.Settles!;

        Amounts(With(none, next)).ShouldBe("-80.00 -40.00");
        Amounts(With(chosen, next)).ShouldBe("-80.00 -40.00");
        Should.Throw<BankFileException>(() => With(never, next)).Code.ShouldBe("layout-needed");
    }

    [Fact]
    public void the_amount_that_the_account_was_billed_is_in_the_currency_beside_it()
    {
        var entries = ReadFor("EUR", "Date;Text;Amount;Currency;Billed amount;Billed currency\n03.02.2026;A;-88,00;USD;-80,00;EUR\n13.02.2026;B;-40,00;EUR;-40,00;EUR\n")
            .Statements[0].Entries;

        entries.Select(entry => (entry.Amount, entry.Currency)).ShouldBe([(-80m, "EUR"), (-40m, "EUR")]);
    }

    private static BankFile With(SettledLayout settled, string text) => BankFileReader.Read(
        System.Text.Encoding.UTF8.GetBytes(text), "statement", new BankFileOptions { Settled = [settled] });
}
