using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

/// <summary>What stands between, above and below the entries, and which rows belong together.</summary>
public class CsvTableTests
{
    [Theory]
    [InlineData("Devreden bakiye")]
    [InlineData("Likutis pradžioje")]
    [InlineData("Залишок на початок")]
    [InlineData("Počiatočný zostatok")]
    [InlineData("Kezdő egyenleg")]
    [InlineData("Algjääk")]
    [InlineData("Stanje prethodnog izvoda")]
    [InlineData("B/F")]
    [InlineData("上期结余")]
    [InlineData("前期繰越")]
    [InlineData("Solde au début de la période précédente")]
    public void a_text_made_of_words_for_a_balance_and_an_end_is_no_entry(string text)
    {
        var statement = Statement($"Date;Text;Amount\n01.02.2026;{text};100,00\n13.02.2026;Shop;-7,50\n");

        statement.Entries.ShouldHaveSingleItem().Amount.ShouldBe(-7.50m);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("balance-row");
    }

    [Theory]
    [InlineData("New Balance")]
    [InlineData("Balance Bikes")]
    [InlineData("Saldo GmbH")]
    [InlineData("Opening Bar")]
    [InlineData("Final payment")]
    public void a_name_that_has_such_a_word_is_one(string text) =>
        Statement($"Date;Text;Amount\n01.02.2026;{text};100,00\n13.02.2026;Shop;-7,50\n").Entries.Count.ShouldBe(2);

    [Fact]
    public void the_first_row_whose_amount_is_its_own_balance_is_none_where_its_text_says_so()
    {
        var statement = Statement("Tarih;Açıklama;Tutar;Bakiye\n01.02.2026;Açılan hesaptan kalan bakiye;100,00;100,00\n13.02.2026;Market;-7,50;92,50\n");

        (statement.Entries.Count, statement.BalanceCheck).ShouldBe((1, BalanceCheck.Proved));
    }

    [Fact]
    public void balances_at_both_ends_prove_the_entries() => Statement(
        "Data;Aprašymas;Suma\n2026-02-01;Likutis pradžioje;100,00\n2026-02-13;Maxima;-7,50\n2026-02-28;Likutis pabaigoje;92,50\n")
        .BalanceCheck.ShouldBe(BalanceCheck.Proved);

    [Theory]
    [InlineData("2026-02-16;Shop;-7,50;92,50\n2026-02-15;Pay;100,00;100,00\n;;Closing balance;92,50\n")]
    [InlineData(";Endsaldo;;92,50\n2026-02-16;Shop;-7,50;92,50\n2026-02-15;Pay;100,00;100,00\n;Anfangssaldo;;0,00\n")]
    [InlineData("2026-02-15;Pay;100,00;100,00\n2026-02-16;Shop;-7,50;92,50\n;Closing balance;;92,50\n")]
    public void a_balance_of_the_end_proves_wherever_it_stands(string rows) =>
        Statement($"Date;Text;Amount;Balance\n{rows}").BalanceCheck.ShouldBe(BalanceCheck.Proved);

    [Fact]
    public void each_currency_has_its_own_running_balance()
    {
        const string rows = "2026-02-05,A,EUR,-10.00,90.00\n2026-02-05,B,USD,-5.00,45.00\n2026-02-06,C,EUR,20.00,110.00\n2026-02-07,D,USD,-5.00,40.00\n";
        var proved = ReadFor("EUR", $"Date,Name,Currency,Amount,Balance\n{rows}2026-02-08,E,USD,1.00,41.00\n").Statements[0];
        var broken = ReadFor("EUR", $"Date,Name,Currency,Amount,Balance\n{rows}2026-02-08,E,USD,1.00,50.00\n2026-02-08,E,USD,1.00,60.00\n").Statements[0];

        (proved.BalanceCheck, proved.Balance!.Amount).ShouldBe((BalanceCheck.Proved, 110m));
        broken.BalanceCheck.ShouldBe(BalanceCheck.Contradicted);
    }

    [Theory]
    [InlineData("Účet")]
    [InlineData("Hesap No")]
    [InlineData("Λογαριασμός")]
    [InlineData("口座番号")]
    [InlineData("Own account")]
    [InlineData("Xyz")]
    public void two_accounts_in_one_file_are_two(string header) => Read(Accounts(header)).Statements.Count.ShouldBe(2);

    [Theory]
    [InlineData("IBAN Empfänger")]
    [InlineData("Protiúčet")]
    [InlineData("Counterparty IBAN")]
    public void those_of_others_are_none(string header) => Read(Accounts(header)).Statements.Count.ShouldBe(1);

    [Theory]
    [InlineData("Next date;Payee;Amount")]
    [InlineData("Fällig;Empfänger;Betrag")]
    public void a_second_table_of_other_names_is_not_read_by_the_first(string header)
    {
        var statement = Statement(
            $"Date;Text;Amount\n03.02.2026;A;-1,00\n13.02.2026;B;2,00\n\nScheduled payments\n{header}\n01.03.2027;Rent;-500,00\n01.04.2027;Rent;-500,00\n");

        statement.Entries.Count.ShouldBe(2);
        statement.Rejected.Count(line => line.Code == "other-table").ShouldBe(3);
    }

    [Theory]
    [InlineData("Vorgemerkte Umsätze", true)]
    [InlineData("Pending transactions", true)]
    [InlineData("Booked and pending", false)]
    [InlineData("Ohne vorgemerkte Umsätze", false)]
    public void what_stands_under_a_heading_for_pending_entries_is_pending(string heading, bool isPending)
    {
        const string header = "Date;Text;Amount\n";
        var below = Statement($"{header}03.02.2026;A;-1,00\n\n{heading}\n{header}13.02.2026;B;-2,00\n");
        var above = Statement($"{heading}\n{header}13.02.2026;B;-2,00\n\nBooked entries\n{header}03.02.2026;A;-1,00\n");

        foreach (var statement in new[] { below, above })
            statement.Entries.Select(entry => (entry.Payee, entry.Pending == true)).ShouldBe([("A", false), ("B", isPending)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("03.02.2026;A;-1,00\n04.02.2026;B;-1,50\n13.02.2026;C;7,00\nDate;Text;Amount\n", 3)]
    [InlineData("03.02.2026;A;-1,00\n04.02.2026;B;-1,50\nDate;Text;Amount\n13.02.2026;C;7,00\n", 3)]
    [InlineData("Kontostand;28.02.2026;100,00\nDate;Text;Amount\n13.02.2026;C;7,00\n", 1)]
    [InlineData("Due;Payee;Amount\n03.02.2027;A;-1,00\nDate;Text;Amount\n13.02.2026;C;7,00\n", 1)]
    public void a_header_that_was_sorted_away_loses_no_row_above_it(string text, int entries) => Statement(text).Entries.Count.ShouldBe(entries);

    [Theory]
    [InlineData("\u25B21,250", "-1250")]
    [InlineData("\u25B3300", "-300")]
    [InlineData("10,000.00 (Dr)", "-10000.00")]
    [InlineData("Dr. 10,000.50", "-10000.50")]
    [InlineData("(Cr) 6.00", "6.00")]
    [InlineData("-1'250.--", "-1250")]
    [InlineData("100.-", "100")]
    [InlineData("CHF 20.\u2014", "20")]
    public void what_stands_around_digits_is_read(string written, string amount) =>
        Amounts(Read($"Date;Text;Amount\n2026-02-03;A;{written}\n2026-02-13;B;-1.00\n")).ShouldBe($"{amount} -1.00");

    [Theory]
    [InlineData("=\"2026-03-05\"")]
    [InlineData("5. Mrz 2026")]
    [InlineData("5. marec 2026")]
    [InlineData("2026 m. kovo 5 d.")]
    [InlineData("5. март 2026")]
    public void so_are_dates(string written) => Entry($"Date;Text;Amount\n{written};A;-1,00\n").Date.ShouldBe(new DateOnly(2026, 3, 5));

    [Theory]
    [InlineData("Saaja/Maksja")]
    [InlineData("Saņēmējs/Maksātājs")]
    [InlineData("Primatelj/Platitelj")]
    [InlineData("取引先")]
    public void the_other_party_is_the_payee(string header) =>
        Statement($"Date;{header};Opis;Amount\n03.02.2026;A;one;-1,00\n13.02.2026;B;two;-1,00\n").Entries.Select(entry => entry.Payee).ShouldBe(["A", "B"]);

    private static string Accounts(string header) => $"Date;Payee;{header};Amount\n" + string.Concat(Enumerable.Range(0, 6).Select(i =>
        $"1{i}.02.2026;{(char)('A' + i)};{(i % 2 == 0 ? "DE89370400440532013000" : "GB82WEST12345698765432")};-{i + 1},00\n"));
}
