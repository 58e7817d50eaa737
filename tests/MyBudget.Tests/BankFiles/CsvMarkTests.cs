using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Marks at the amounts and letters beside them: what may be read two ways is asked.</summary>
public class CsvMarkTests
{
    [Theory]
    [InlineData("12.50|90.00 CR|3.00", "CR")]
    [InlineData("12.50|90.00Cr.", "CR")]
    [InlineData("12.50|+90.00|3.00|4.00", "+")]
    [InlineData("12.50 EUR|+90.00 EUR", "+")]
    public void amounts_of_which_only_some_are_marked_as_money_in_are_asked(string amounts, string mark)
    {
        var text = Table(amounts);
        var asked = Refuse(text);

        (asked.Code, asked.Candidates.Count, asked.Candidates[0]).ShouldBe(("direction-needed", 2, ""));
        var marked = Read(text, new CsvMapping { Indicator = "Amount", IndicatorIn = [mark] });
        Amounts(marked).ShouldStartWith("-12.50 90.00");
        Amounts(Read(text, new CsvMapping { Negate = false })).ShouldStartWith("12.50 90.00");
        Amounts(BankFileReader.Read(
            System.Text.Encoding.UTF8.GetBytes(text), null, BankFileOptions.Default with { Settled = [marked.Layout!.Settles!] }))
            .ShouldStartWith("-12.50 90.00");
    }

    [Theory]
    [InlineData("12.50|90.00 CR", "100.00", "177.50", "-12.50 90.00")]
    [InlineData("12.50|+90.00|2.00", "0.00", "75.50", "-12.50 90.00 -2.00")]
    public void unless_the_balances_prove_it(string amounts, string opening, string closing, string read) =>
        Amounts(Read($"Opening balance,{opening}\nClosing balance,{closing}\n{Table(amounts)}")).ShouldBe(read);

    [Theory]
    [InlineData("+12.50|+90.00", "12.50 90.00")]
    [InlineData("12.50 CR|90.00 CR", "12.50 90.00")]
    [InlineData("12.50 DR|90.00 CR", "-12.50 90.00")]
    public void marks_at_all_of_them_tell_it(string amounts, string read) => Amounts(Read(Table(amounts))).ShouldBe(read);

    [Theory]
    [InlineData("Mark", "B,A")]
    [InlineData("Type", "D,P")]
    [InlineData("Vrsta", "I,U")]
    [InlineData("Type", "D,R")]
    [InlineData("Type", "E,R")]
    [InlineData("Mark", "Xu,Yo")]
    public void letters_that_languages_read_the_opposite_way_are_asked(string header, string letters)
    {
        var (one, other) = (letters.Split(',')[0], letters.Split(',')[1]);
        var text = $"Date,Description,Amount,{header}\n2026-03-02,M,12.50,{one}\n2026-03-15,W,90.00,{other}\n";

        var asked = Refuse(text);

        (asked.Code, string.Join(',', asked.Candidates)).ShouldBe(("direction-needed", letters));
        Amounts(Read(text, new CsvMapping { Indicator = header, IndicatorOut = [one] })).ShouldBe("-12.50 90.00");
    }

    [Theory]
    [InlineData("Borç/Alacak", "B,A")]
    [InlineData("Af Bij", "A,B")]
    [InlineData("Duguje/Potražuje", "D,P")]
    [InlineData("Isplata/Uplata", "I,U")]
    [InlineData("Dépense/Recette", "D,R")]
    [InlineData("Retrait/Dépôt", "R,D")]
    [InlineData("Uit/In", "U,I")]
    public void the_header_tells_what_they_stand_for(string header, string letters)
    {
        var (isOut, isIn) = (letters.Split(',')[0], letters.Split(',')[1]);

        Amounts(Read($"Date;Description;Amount;{header}\n2026-03-02;M;12,50;{isOut}\n2026-03-15;W;90,00;{isIn}\n")).ShouldBe("-12.50 90.00");
    }

    [Theory]
    [InlineData("Signed amount")]
    [InlineData("Balance impact")]
    [InlineData("Betrag mit Vorzeichen")]
    [InlineData("Net amount")]
    public void of_the_same_amounts_twice_those_with_signs_count(string header) =>
        Amounts(Read($"Date,Description,Amount,{header}\n2026-03-02,A,12.50,-12.50\n2026-03-03,B,90.00,90.00\n2026-03-04,C,3.00,-3.00\n"))
            .ShouldBe("-12.50 90.00 -3.00");

    [Theory]
    [InlineData("SHOP 12.50|PAYMENT RECEIVED - THANK YOU -80.00|REFUND -2.50", "-12.50 80.00 2.50", "Turned")]
    [InlineData("SHOP 12.50|PAYMENT THANK YOU -80.00", "-12.50 80.00", "Turned")]
    [InlineData("SHOP -12.50|CAFE -2.00|PAYMENT THANK YOU 80.00", "-12.50 -2.00 80.00", "Written")]
    [InlineData("SHOP -12.50|PAYMENT THANK YOU 80.00", "-12.50 80.00", "Written")]
    [InlineData("SHOP -12.50|XYZ 80.00", "-12.50 80.00", "MostlyIn")]
    [InlineData("PAYMENT THANK YOU -80.00", null, null)]
    public void signs_of_a_card_go_by_its_texts_or_are_shown(string rows, string? amounts, string? signs)
    {
        var text = "Date,Description,Amount\n" + string.Concat(rows.Split('|').Select((row, day) =>
            $"2026-03-{day + 11},{row[..row.LastIndexOf(' ')]},{row[(row.LastIndexOf(' ') + 1)..]}\n"));

        if (amounts is null) Should.Throw<BankFileException>(() => ReadFor("EUR", text, isDebt: true)).Code.ShouldBe("direction-needed");
        else ReadFor("EUR", text, isDebt: true).ShouldSatisfyAllConditions(
            file => Amounts(file).ShouldBe(amounts), file => file.Layout!.Signs.ToString().ShouldBe(signs));
    }

    private static string Table(string amounts) => "Date,Description,Amount\n" + string.Concat(
        amounts.Split('|').Select((amount, day) => $"2026-03-{day + 11},Shop {day},{amount}\n"));
}
