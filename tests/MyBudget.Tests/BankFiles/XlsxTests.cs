using System.Globalization;
using CsCheck;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class XlsxTests
{
    private static readonly string[] Header = ["Date", "Description", "Amount"];

    [Theory]
    [InlineData(false, "46056")]
    [InlineData(true, "44594")]
    public void reads_dates_by_their_serials_and_numbers_by_their_values(bool is1904, string serial)
    {
        var file = Read(new Workbook(is1904).Sheet("Statement", ["My bank"], [], Header, [$"date:{serial}", "Corner \"Shop\", Main St", "number:-1234.5"]).ToBytes());

        file.Format.Name.ShouldBe("xlsx");
        var entry = file.Statements.ShouldHaveSingleItem().Entries.ShouldHaveSingleItem();
        (entry.Line, entry.Date, entry.Payee, entry.Amount).ShouldBe((4, new DateOnly(2026, 2, 3), "Corner \"Shop\", Main St", -1234.5m));
    }

    [Theory]
    [InlineData("-12.340000000000001", "-12.34")]
    [InlineData("-1.2E2", "-120")]
    [InlineData("1000", "1000")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("123456789012.34", "123456789012.34")]
    public void a_number_is_what_was_typed(string stored, string amount) =>
        Only(new Workbook().Sheet("S", Header, ["date:46056", "A", $"number:{stored}"], ["date:46057", "B", "number:-7.5"])).Entries[0].Amount
            .ToString(CultureInfo.InvariantCulture).ShouldBe(amount);

    [Fact]
    public void texts_that_look_like_dates_and_numbers_are_read_as_in_csv() =>
        Only(new Workbook().Sheet("S", Header, ["03.02.2026", "A", "-1.234,50"], ["27.02.2026", "B", "2,00"])).Entries.Select(entry => (entry.Date.Month, entry.Amount))
            .ShouldBe([(2, -1234.50m), (2, 2.00m)]);

    [Fact]
    public void numbers_say_nothing_of_how_texts_write_amounts()
    {
        string[][] rows = [Header, ["date:46056", "A", "-1.250"], ["date:46057", "B", "number:1000.5"], ["date:46058", "C", "number:-3.25"]];

        Refuse(new Workbook().Sheet("S", rows).ToBytes()).Code.ShouldBe("ambiguous-amounts");
        var said = Read(new Workbook().Sheet("S", rows).ToBytes(), new CsvMapping { DecimalSeparator = ',' }).Statements.ShouldHaveSingleItem();
        said.Entries.Select(entry => entry.Amount).ShouldBe([-1250m, 1000.5m, -3.25m]);
        Only(new Workbook().Sheet("S", [.. rows, ["date:46059", "D", "-12,50"]])).Entries.Select(entry => entry.Amount)
            .ShouldBe([-1250m, 1000.5m, -3.25m, -12.50m]);
    }

    [Fact]
    public void a_number_that_stands_for_a_text_is_the_digits_alone() =>
        Only(new Workbook().Sheet("S", ["Date", "Description", "Reference", "Amount"], ["date:46056", "number:17.5", "number:1.25", "number:-3"])).Entries
            .Select(entry => (entry.Payee, entry.BankId)).ShouldBe([("17.5", "1.25")]);

    [Fact]
    public void the_sheet_with_entries_is_read()
    {
        var workbook = new Workbook().Sheet("Cover", ["Statement", "of May"]).Sheet("Entries", Header, ["date:46056", "A", "number:-1"])
            .Sheet("Hidden", "hidden", [Header, ["date:46056", "B", "number:-2"]]);

        Only(workbook).Entries.ShouldHaveSingleItem().Payee.ShouldBe("A");
    }

    [Fact]
    public void several_sheets_with_entries_are_asked_for()
    {
        var content = new Workbook().Sheet("May", Header, ["date:46056", "A", "number:-1"]).Sheet("June", Header, ["date:46057", "B", "number:-2"]).ToBytes();

        Refuse(content).ShouldSatisfyAllConditions(refused => refused.Code.ShouldBe("sheet-needed"), refused => refused.Candidates.ShouldBe(["May", "June"]));
        Read(content, new CsvMapping { Sheet = "june" }).Statements[0].Entries.ShouldHaveSingleItem().Payee.ShouldBe("B");
        Should.Throw<BankFileException>(() => Read(content, new CsvMapping { Sheet = "July" })).Code.ShouldBe("unknown-sheet");
    }

    [Fact]
    public void a_sheet_that_was_named_is_read_again_and_said_where_its_columns_are_the_same()
    {
        string[] other = ["Day", "Whom", "How much"];
        var settled = Read(Two(Header, "A"), new CsvMapping { Sheet = "june" }).Settles!;

        var next = Next(Two(Header, "C"));

        (next.Statements[0].Entries.ShouldHaveSingleItem().Payee, next.Settled!.Used.ShouldHaveSingleItem()).ShouldBe(("C", "sheet"));
        Should.Throw<BankFileException>(() => Next(Two(other, "C"))).Code.ShouldBe("sheet-needed");

        static byte[] Two(string[] header, string payee) => new Workbook().Sheet("May", header, ["date:46056", "B", "number:-1"])
            .Sheet("June", header, ["date:46057", payee, "number:-2"]).ToBytes();

        BankFile Next(byte[] content) => BankFileReader.Read(content, null, BankFileOptions.Default with { Settled = [settled] });
    }

    [Fact]
    public void the_layout_of_a_preview_can_be_sent_back()
    {
        var content = new Workbook().Sheet("S", Header, ["date:46056", "A", "number:-1"]).ToBytes();
        var layout = Read(content).Layout!;

        Read(content, new CsvMapping { Delimiter = layout.Delimiter, Encoding = layout.Encoding, DateFormat = layout.DateFormat, SkipLines = layout.SkipLines })
            .Statements[0].Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void what_unpacks_without_end_is_refused()
    {
        var content = Workbook.Package([("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", new string(' ', 70 << 20))]);

        content.Length.ShouldBeLessThan(1 << 20);
        Refuse(content).Code.ShouldBe("workbook-too-large");
        Refuse(Workbook.Package([("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", new string(' ', 4 << 20))])).Code.ShouldBe("workbook-too-large");
    }

    [Fact]
    public void too_many_rows_are_refused() => Should.Throw<BankFileException>(() => Read(
        new Workbook().Sheet("S", [Header, .. Enumerable.Repeat<string[]>(["date:46056", "A", "number:-1"], 500)]).ToBytes(), maxRows: 100)).Code.ShouldBe("too-many-rows");

    [Fact]
    public void a_damaged_workbook_is_read_or_refused()
    {
        var whole = new Workbook().Sheet("S", Header, ["date:46056", "A", "number:-1"], ["date:46057", "B", "number:2"]).ToBytes();

        Gen.Double.Unit.Sample(share => FuzzedBankFiles.ReadsOrRefuses(whole[..(int)(whole.Length * share)]), iter: 200);
        Gen.Select(Gen.Double.Unit, Gen.Byte).Array[1, 12].Sample(
            changes =>
            {
                var content = whole.ToArray();
                foreach (var (at, value) in changes) content[(int)(at * (content.Length - 1))] = value;
                FuzzedBankFiles.ReadsOrRefuses(content);
            },
            iter: 1_000);
    }

    private static BankStatement Only(Workbook workbook) => Read(workbook.ToBytes()).Statements.ShouldHaveSingleItem();
}
