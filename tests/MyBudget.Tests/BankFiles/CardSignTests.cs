using System.Globalization;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>Cards that write what was spent as positive amounts, in formats where nothing but the signs tells the direction.</summary>
public class CardSignTests
{
    [Theory]
    [InlineData("25.00 Shop|35.00 Shop 2|-60.00 PAYMENT THANK YOU", "-25.00 -35.00 60.00", CsvSigns.Turned)]
    [InlineData("-25.00 Shop|-35.00 Shop 2|60.00 PAYMENT THANK YOU", "-25.00 -35.00 60.00", CsvSigns.Written)]
    [InlineData("25.00 Shop|35.00 Shop 2|-60.00 Giro", "25.00 35.00 -60.00", CsvSigns.MostlyIn)]
    [InlineData("25.00 Shop|35.00 Shop 2", "25.00 35.00", CsvSigns.AllIn)]
    [InlineData("-25.00 Shop|-35.00 Shop 2", "-25.00 -35.00", CsvSigns.AllOut)]
    [InlineData("-25.00 Shop|-35.00 Shop 2|60.00 Giro", "-25.00 -35.00 60.00", CsvSigns.Written)]
    internal void signs_of_a_card_are_told_as_those_of_its_tables(string rows, string amounts, CsvSigns signs)
    {
        foreach (var file in new[] { Read(Qif("CCard", rows)), Of(Qif("Bank", rows)), Read(Ofx("CCSTMTRS", rows)), Of(Ofx("STMTRS", rows)) })
            (Amounts(file), file.Signs).ShouldBe((amounts, signs));
        Read(Qif("Bank", rows)).Signs.ShouldBeNull();
        Read(Ofx("STMTRS", rows)).Signs.ShouldBeNull();
    }

    [Fact]
    public void only_payments_are_asked()
    {
        const string rows = "-25.00 Payment|-35.00 Payment";
        foreach (var text in new[] { Qif("CCard", rows), Ofx("CCSTMTRS", rows) })
        {
            var refused = Refuse(text);
            (refused.Code, string.Join(',', refused.Candidates)).ShouldBe(("direction-needed", "true,false"));
            Amounts(Read(text, new CsvMapping { Negate = true })).ShouldBe("25.00 35.00");
            Amounts(Read(text, new CsvMapping { Negate = false })).ShouldBe("-25.00 -35.00");
        }
    }

    [Fact]
    public void the_user_turns_signs_of_qif_with_those_of_its_parts()
    {
        var entry = Read("!Type:Bank\nD2026-01-05\nT30.00\nSFood\n$20.00\nSHome\n$10.00\n^\n", new CsvMapping { Negate = true })
            .Statements[0].Entries.ShouldHaveSingleItem();

        (entry.Amount, entry.Splits[0].Amount, entry.Splits[1].Amount).ShouldBe((-30.00m, -20.00m, -10.00m));
    }

    [Fact]
    public void what_was_said_of_signs_is_remembered_for_the_next_file()
    {
        var settled = Read(Qif("CCard", "25.00 Shop|-60.00 Giro"), new CsvMapping { Negate = true }).Settles!;

        var next = Of(Qif("CCard", "35.00 Shop"), settled);

        (Amounts(next), string.Join(',', next.Settled!.Used)).ShouldBe(("-35.00", "negate"));
        Should.Throw<BankFileException>(() => Of(Qif("CCard", "-35.00 Shop"), settled)).Code.ShouldBe("direction-needed");
        Read(Qif("CCard", "25.00 Shop|-60.00 Payment")).Settles!.Negate.ShouldBe(true);
    }

    /// <summary>Types that leave no doubt tell of a card, too, what its signs mean.</summary>
    [Fact]
    public void types_that_agree_with_the_signs_leave_them() =>
        Amounts(Read(Ofx("CCSTMTRS", "25.00 Shop|-60.00 Refund").Replace("<TRNTYPE>OTHER<DTPOSTED>20260302", "<TRNTYPE>DEBIT<DTPOSTED>20260302", StringComparison.Ordinal)))
            .ShouldBe("25.00 -60.00");

    private static string Amounts(BankFile file) =>
        string.Join(' ', file.Statements[0].Entries.Select(entry => entry.Amount.ToString("0.00", CultureInfo.InvariantCulture)));

    private static BankFile Of(string text, params SettledLayout[] settled) =>
        BankFileReader.Read(System.Text.Encoding.UTF8.GetBytes(text), null, BankFileOptions.Default with { IsDebt = true, Settled = settled });

    private static string Qif(string type, string rows) => $"!Type:{type}\n" + string.Concat(rows.Split('|').Select((row, at) =>
        $"D2026-03-0{at + 1}\nT{row.Split(' ', 2)[0]}\nP{row.Split(' ', 2)[1]}\n^\n"));

    private static string Ofx(string kind, string rows) => Sgml(string.Concat(rows.Split('|').Select((row, at) =>
        $"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>2026030{at + 1}<TRNAMT>{row.Split(' ', 2)[0]}<FITID>{at}<NAME>{row.Split(' ', 2)[1]}</STMTTRN>\n")))
        .Replace("STMTRS>", $"{kind}>", StringComparison.Ordinal);
}
