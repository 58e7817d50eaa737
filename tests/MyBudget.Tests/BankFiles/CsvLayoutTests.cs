using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class CsvLayoutTests
{
    [Theory]
    [InlineData(",", "1.50")]
    [InlineData(";", "1,50")]
    [InlineData("\t", "1,50")]
    [InlineData("|", "1.50")]
    public void finds_the_delimiter(string delimiter, string amount)
    {
        var file = Read($"Date{delimiter}Payee{delimiter}Amount\n2026-01-01{delimiter}A, B; C{delimiter}{amount}\n"
            .Replace(delimiter is "," or ";" ? "A, B; C" : "\0", "\"A, B; C\"", StringComparison.Ordinal));

        file.Layout!.Delimiter.ShouldBe(delimiter);
        file.Statements[0].Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Amount.ShouldBe(1.50m), e => e.Payee.ShouldBe("A, B; C"));
    }

    [Fact]
    public void follows_the_first_line_that_excel_writes()
    {
        var file = Read("sep=|\nDate|Payee|Amount\n2026-01-01|A|1\n");

        (file.Layout!.Delimiter, file.Layout.SkipLines, file.Statements[0].Entries[0].Line).ShouldBe(("|", 1, 3));
    }

    [Theory]
    [InlineData("Date;Description;Amount;Currency;Category", "01.02.2026;A;-1,00;EUR;Food")]
    [InlineData("Buchungstag;Beguenstigter/Zahlungspflichtiger;Betrag (EUR);Währung;Kategorie", "01.02.2026;A;-1,00;EUR;Food")]
    [InlineData("Date opération;Libellé;Montant;Devise;Catégorie", "01/02/2026;A;-1,00;EUR;Food")]
    [InlineData("Fecha operación;Concepto;Importe;Divisa;Categoría", "01-02-2026;A;-1,00;EUR;Food")]
    [InlineData("Boekdatum;Omschrijving;Bedrag (EUR);Munt;Rubriek", "01-02-2026;A;-1,00;EUR;Food")]
    [InlineData("Дата операции;Описание;Сумма платежа;Валюта платежа;Категория", "01.02.2026 10:11:12;A;-1,00;EUR;Food")]
    public void knows_headers_in_six_languages(string header, string row)
    {
        var entry = Entry(header + "\n" + row + "\n", new CsvMapping { DateFormat = "dd.MM.yyyy" });

        entry.ShouldBe(new BankEntry(2, new DateOnly(2026, 2, 1), -1.00m, "A", Memo: null, BankId: null, "EUR", CheckNumber: null, "Food", Pending: null));
    }

    [Fact]
    public void takes_payee_and_memo_from_their_columns()
    {
        var statement = Statement("""
            Datum;Empfänger;Verwendungszweck;Betrag;Referenz
            2026-01-01;Stadtwerke;Abschlag 1;-10,00;R1
            2026-01-02;;Kontogebühr;-1,00;R2
            2026-01-03;Same;Same;-2,00;R3
            """);

        statement.Entries.Select(e => (e.Payee, e.Memo, e.BankId))
            .ShouldBe([("Stadtwerke", "Abschlag 1", "R1"), ("Kontogebühr", null, "R2"), ("Same", null, "R3")]);
    }

    [Fact]
    public void passes_over_what_stands_above_the_header()
    {
        var file = Read("""
            "Kontonummer:";"DE89 3704 0044 0532 0130 00"
            "Zeitraum:";"01.03.2026 - 31.03.2026"

            "Kontostand vom 31.03.2026:";"1.000,00 EUR"
            "Buchungstag";"Verwendungszweck";"Betrag (EUR)"
            "25.03.2026";"Miete";"-1.234,56"
            """);

        var statement = file.Statements.ShouldHaveSingleItem();
        (file.Layout!.SkipLines, statement.BankAccount, statement.Currency).ShouldBe((4, "DE89370400440532013000", "EUR"));
        statement.Entries.ShouldHaveSingleItem().Line.ShouldBe(6);
    }

    [Fact]
    public void tells_columns_by_their_content_where_there_is_no_header()
    {
        var file = Read("14/02/2026,Salary,EUR,100.00,190.00\n15/02/2026,Coffee shop,EUR,-3.50,186.50\n16/02/2026,Market hall,EUR,-6.50,180.00\n");

        file.Layout!.HasHeader.ShouldBeFalse();
        file.Layout.Columns.ShouldBe(new CsvColumns { Date = 0, Payee = 1, Currency = 2, Amount = 3, Balance = 4 });
        file.Statements[0].Entries.Count.ShouldBe(3);
        file.Statements[0].Balance.ShouldBe(new StatementBalance(180.00m, new DateOnly(2026, 2, 16)));
    }

    [Fact]
    public void tells_columns_by_their_content_under_a_header_nobody_knows()
    {
        var file = Read("Päivä;Saaja;Määrä\n14.02.2026;Kauppa;-3,50\n15.02.2026;Työ;100,00\n");

        file.Layout!.HasHeader.ShouldBeTrue();
        file.Layout.Columns.ShouldBe(new CsvColumns { Date = 0, Payee = 1, Amount = 2 });
    }

    [Fact]
    public void asks_for_the_columns_that_it_cannot_tell()
    {
        var refused = Refuse("When;What;One;Other\n14.02.2026;A;-3,50;4,20\n15.02.2026;B;100,00;3,70\n");

        (refused.Code, string.Join(',', refused.Candidates)).ShouldBe(("layout-needed", "When,What,One,Other"));
        Refuse("Date,Description\n2026-01-01,A\n").Code.ShouldBe("layout-needed");
    }

    [Fact]
    public void takes_the_given_mapping_over_what_it_finds()
    {
        var csv = new CsvMapping { Date = "Value date", Amount = "3", Payee = "note", Negate = true, DecimalSeparator = '.' };
        var file = Read("Date,Value date,Amount,Charged,Description,Note\n2026-01-01,2026-01-02,9,1.5,desc,\"my note\"\n", csv);

        var entry = file.Statements[0].Entries.ShouldHaveSingleItem();
        (entry.Date.Day, entry.Amount, entry.Payee).ShouldBe((2, -1.5m, "my note"));
        file.Layout!.Negate.ShouldBeTrue();
        file.Layout.Columns.Amount.ShouldBe(3);
    }

    [Fact]
    public void reads_by_index_what_has_no_header()
    {
        var csv = new CsvMapping { HasHeader = false, SkipLines = 1, Delimiter = ";", Date = "2", Amount = "0", Payee = "1", DateFormat = "MM/dd/yy" };

        Entry("exported;by;bank\n-5,25;Shop;03/04/26\n", csv).ShouldSatisfyAllConditions(
            e => e.Date.ShouldBe(new DateOnly(2026, 3, 4)), e => e.Amount.ShouldBe(-5.25m), e => e.Line.ShouldBe(2));
    }

    [Theory]
    [InlineData("Valuta")]
    [InlineData("17")]
    public void names_a_given_column_that_does_not_exist(string column)
    {
        var refused = Refuse("Date,Description,Amount\n2026-01-01,A,1\n", new CsvMapping { Date = column });

        refused.Code.ShouldBe("unknown-column");
        refused.Message.ShouldContain($"'{column}'");
        refused.Candidates.ShouldBe(["Date", "Description", "Amount"]);
    }

    [Theory]
    [InlineData("€")]
    [InlineData("::")]
    [InlineData("\"")]
    [InlineData("7")]
    public void refuses_a_delimiter_that_cannot_be_one(string delimiter)
    {
        Refuse("Date,Amount\n2026-01-01,1\n", new CsvMapping { Delimiter = delimiter }).Code.ShouldBe("bad-mapping");
        Refuse($"sep={delimiter}\nnothing").Code.ShouldBe("unknown-format");
    }

    [Fact]
    public void a_layout_sent_back_reads_the_same()
    {
        const string text = "Konto;123\n\nDatum;Text;Soll;Haben\n13.01.2026;A;1,00;\n14.01.2026;B;;2,00\n";
        var first = Read(text);
        var c = first.Layout!.Columns;
        var again = Read(text, new CsvMapping
        {
            Delimiter = first.Layout.Delimiter,
            Encoding = first.Layout.Encoding,
            HasHeader = first.Layout.HasHeader,
            SkipLines = first.Layout.SkipLines,
            DateFormat = first.Layout.DateFormat,
            DecimalSeparator = first.Layout.DecimalSeparator,
            Date = $"{c.Date}",
            Debit = $"{c.Debit}",
            Credit = $"{c.Credit}",
            Payee = $"{c.Payee}",
        });

        again.Layout!.Columns.ShouldBe(c);
        again.Statements[0].Entries.ShouldBe(first.Statements[0].Entries);
    }

    [Fact]
    public void parts_the_rows_of_several_accounts()
    {
        var file = Read("Date,Payee,Amount,Account\n2026-01-01,A,1,ACC1\n2026-01-02,B,2,ACC2\n2026-01-03,C,3,ACC1\n");

        file.Statements.Select(s => (s.BankAccount, s.Entries.Count)).ShouldBe([("ACC1", 2), ("ACC2", 1)]);
    }

    [Theory]
    [InlineData("IBAN", "DE02")]
    [InlineData("Account number", "DE02")]
    [InlineData("Account number", "")]
    public void does_not_take_the_other_partys_number_for_the_account(string header, string other)
    {
        var statement = Statement($"Date,Payee,Amount,{header}\n2026-01-01,A,1,DE01\n2026-01-02,B,2,{other}\n");

        (statement.BankAccount, statement.Entries.Count).ShouldBe((null, 2));
    }

    [Fact]
    public void drops_a_reference_column_that_repeats_itself()
    {
        var file = Read("Date,Payee,Amount,Reference\n2026-01-01,A,1,CUSTOMER\n2026-01-02,B,2,CUSTOMER\n2026-01-03,C,2,X\n");

        file.Layout!.Columns.BankId.ShouldBeNull();
        file.Statements[0].Entries.ShouldAllBe(e => e.BankId == null);
    }
}
