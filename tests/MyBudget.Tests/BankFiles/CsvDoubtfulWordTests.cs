using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Words of directions in columns that mean something else: kinds of cards, persons, marks.</summary>
public class CsvDoubtfulWordTests
{
    private const string Mixed = "-12.50 -3.00 1500.00 -80.00 -9.00";

    [Theory]
    [InlineData("Clr", "C", "")]
    [InlineData("Reconciled", "c", "")]
    [InlineData("Split", "S", "")]
    [InlineData("Flag", "D", "")]
    [InlineData("Column1", "C", "")]
    [InlineData("", "C", "")]
    [InlineData("Kreditkarte", "K", "")]
    [InlineData("Place", "In", "")]
    [InlineData("Tag", "income", "")]
    [InlineData("Payment", "Credit", "")]
    [InlineData("Person", "H", "S")]
    [InlineData("Who", "K", "D")]
    [InlineData("Card type", "Credit", "Debit")]
    [InlineData("Payment method", "Credit", "Debit")]
    [InlineData("Carte", "Crédit", "Débit")]
    [InlineData("Função", "Crédito", "Débito")]
    [InlineData("Карта", "Кредит", "Дебет")]
    [InlineData("Betaalwijze", "Bij", "Af")]
    public void words_that_agree_with_some_signs_turn_none(string header, string one, string other)
    {
        var text = $"Date,Payee,{header},Amount\n2026-01-20,A,{one},-12.50\n2026-01-21,B,{other},-3.00\n2026-01-22,C,{other},1500.00\n"
            + $"2026-01-23,D,{one},-80.00\n2026-01-24,E,{one},-9.00\n";

        (Amounts(Read(text)), Read(text).Layout!.Columns.Indicator).ShouldBe((Mixed, null));
        Amounts(Read(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])).ShouldBe(Mixed);
    }

    [Theory]
    [InlineData("Clr", "C", "")]
    [InlineData("Card", "Credit", "Debit")]
    [InlineData("Tarjeta", "Crédito", "Débito")]
    [InlineData("Owner", "H", "S")]
    [InlineData("Source", "In", "Out")]
    public void words_that_contradict_every_sign_are_asked(string header, string ofOut, string ofIn)
    {
        var text = $"Date,Payee,{header},Amount\n2026-01-20,A,{ofOut},-12.50\n2026-01-21,B,{ofIn},300.00\n2026-01-22,C,{ofOut},-4.00\n";
        string[] words = [ofOut.ToLowerInvariant().Replace('é', 'e'), ofIn.ToLowerInvariant().Replace('é', 'e')];

        foreach (var isDebt in new[] { false, true })
        {
            var asked = Should.Throw<BankFileException>(() => ReadFor("EUR", text, isDebt: isDebt));
            (asked.Code, asked.Candidates.Order()).ShouldSatisfyAllConditions(
                one => one.Code.ShouldBe("direction-needed"), one => one.Item2.ShouldBe(words.Order()));
        }

        const string written = "-12.50 300.00 -4.00", turned = "12.50 -300.00 4.00";
        Amounts(Read(text, new CsvMapping { Negate = false })).ShouldBe(written);
        Amounts(Read(text, new CsvMapping { Date = "Date", Amount = "Amount", Payee = "Payee" })).ShouldBe(written);
        Amounts(Read(text, new CsvMapping { Negate = true })).ShouldBe(turned);
        Amounts(Read(text, new CsvMapping { Indicator = header, IndicatorOut = [ofIn] })).ShouldBe(turned);
        foreach (var said in new CsvMapping[] { new() { Negate = false }, new() { Date = "Date", Amount = "Amount" } })
        {
            var settled = Read(text, said).Layout!.Settles!;
            Amounts(BankFileReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "f", new BankFileOptions { Settled = [settled] })).ShouldBe(written);
        }
    }

    [Theory]
    [InlineData("-12.50,87.50", "300.00,387.50", "-4.00,383.50", "-12.50 300.00 -4.00")]
    [InlineData("12.50,87.50", "-300.00,387.50", "4.00,383.50", "-12.50 300.00 -4.00")]
    [InlineData("-12.50,112.50", "300.00,-187.50", "-4.00,-183.50", "12.50 -300.00 4.00")]
    public void the_balance_decides(string first, string second, string third, string amounts)
    {
        foreach (var header in new[] { "Clr", "Card type", "" })
        {
            var file = Read($"Date,Payee,{header},Amount,Balance\n2026-01-20,A,Credit,{first}\n2026-01-21,B,Debit,{second}\n2026-01-22,C,Credit,{third}\n");

            (Amounts(file), file.Statements[0].BalanceCheck).ShouldBe((amounts, BalanceCheck.Proved));
        }
    }

    [Theory]
    [InlineData("Card", "Credit", "Debit")]
    [InlineData("Clr", "C", "")]
    [InlineData("Who", "H", "S")]
    [InlineData("Payment method", "Credit", "Debit")]
    [InlineData("Karta", "Kredit", "Debet")]
    [InlineData("Tag", "income", "")]
    public void beside_amounts_without_signs_they_are_asked(string header, string one, string other)
    {
        var text = $"Date,Payee,{header},Amount\n2026-01-20,A,{one},12.50\n2026-01-21,B,{other},3.00\n2026-01-22,C,{one},4.00\n";

        Refuse(text).Code.ShouldBe("direction-needed");
        Amounts(Read(text, new CsvMapping { Negate = true })).ShouldBe("-12.50 -3.00 -4.00");
        Amounts(Read(text, new CsvMapping { Indicator = header, IndicatorOut = [other] })).ShouldBe("12.50 -3.00 4.00");
    }

    [Theory]
    [InlineData("Xyz", "Lastschrift", "Gutschrift")]
    [InlineData("Xyz", "Expense", "Income")]
    [InlineData("Merkmal", "支出", "收入")]
    [InlineData("Booking type", "Debit", "Credit")]
    [InlineData("Tipo di operazione", "D", "C")]
    [InlineData("Debit or Credit", "D", "C")]
    public void words_that_mean_nothing_else_still_tell(string header, string ofOut, string ofIn) => Amounts(Read(
        $"Date,Payee,{header},Amount\n2026-01-20,A,{ofOut},12.50\n2026-01-21,B,{ofIn},3.00\n")).ShouldBe("-12.50 3.00");

    [Fact]
    public void what_is_taken_back_among_amounts_without_signs_is_asked_too()
    {
        const string text = "Date,Payee,Xyz,Amount\n2026-01-20,A,Soll,12.50\n2026-01-21,B,Haben,300.00\n2026-01-22,C,Soll,4.00\n2026-01-23,D,Soll,-4.00\n2026-01-23,E,Soll,5.00\n";

        Refuse(text).Code.ShouldBe("direction-needed");
        Amounts(Read(text, new CsvMapping { Indicator = "Xyz", IndicatorOut = ["Soll"] })).ShouldBe("-12.50 300.00 -4.00 4.00 -5.00");
    }

    [Theory]
    [InlineData("Soll", "Haben")]
    [InlineData("Withdrawal", "Deposit")]
    [InlineData("Débit", "Crédit")]
    public void as_many_debits_with_a_minus_as_without_are_asked(string debit, string credit)
    {
        var text = $"Date;Text;{debit};{credit}\n20.01.2026;Rent;-850,00;\n21.01.2026;Wages;;2000,00\n22.01.2026;Back;850,00;\n";

        Refuse(text).ShouldSatisfyAllConditions(asked => asked.Code.ShouldBe("direction-needed"), asked => asked.Candidates.ShouldBe(["false", "true"]));
        Amounts(Read(text, new CsvMapping { Negate = false })).ShouldBe("-850.00 2000.00 850.00");
        Amounts(Read(text, new CsvMapping { Negate = true })).ShouldBe("850.00 2000.00 -850.00");
        foreach (var (negate, amounts) in new[] { (false, "-850.00 2000.00 850.00"), (true, "850.00 2000.00 -850.00") })
        {
            var settled = Read(text, new CsvMapping { Negate = negate }).Layout!.Settles!;
            Amounts(BankFileReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "f", new BankFileOptions { Settled = [settled] })).ShouldBe(amounts);
        }
    }

    [Theory]
    [InlineData("-10.00,,90.00", ",20.00,110.00", "10.00,,120.00", "-10.00 20.00 10.00")]
    [InlineData("10.00,,90.00", ",20.00,110.00", "-10.00,,120.00", "-10.00 20.00 10.00")]
    public void the_balance_tells_which_debits_were_taken_back(string first, string second, string third, string amounts) => Amounts(Read(
        $"Date,Details,Withdrawal,Deposit,Balance\n2026-01-20,A,{first}\n2026-01-21,B,{second}\n2026-01-22,C,{third}\n")).ShouldBe(amounts);
}
