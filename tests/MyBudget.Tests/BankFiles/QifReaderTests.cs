using System.Globalization;
using MyBudget.BankFiles;
using static MyBudget.Tests.BankFiles.BankFileText;

namespace MyBudget.Tests.BankFiles;

public class QifReaderTests
{
    [Fact]
    public void reads_an_entry()
    {
        var file = Read("!Type:Bank\nD2/27/2026\nT-1,204.50\nU-1,204.50\nN1021\nPCorner Shop\nAMain St 5\nAOldtown\nMweekly\nLFood:Groceries/Trip\nCX\n^\n");

        file.Format.Name.ShouldBe("qif");
        var statement = file.Statements.ShouldHaveSingleItem();
        (statement.AccountKind, statement.Rejected.Count).ShouldBe((null, 0));
        statement.Entries.ShouldHaveSingleItem().ShouldBe(new BankEntry(
            2, new DateOnly(2026, 2, 27), -1204.50m, "Corner Shop", "weekly, Main St 5, Oldtown", BankId: null, Currency: null, "1021", "Food:Groceries", Pending: false));
    }

    [Theory]
    [InlineData("2/27/26", "2026-02-27")]
    [InlineData("2/27'26", "2026-02-27")]
    [InlineData("2/27' 6", "2006-02-27")]
    [InlineData(" 2/27'2026", "2026-02-27")]
    [InlineData("27.02.2026", "2026-02-27")]
    [InlineData("27.2.26", "2026-02-27")]
    [InlineData("2026-02-27", "2026-02-27")]
    [InlineData("2026/2/27", "2026-02-27")]
    [InlineData("20260227", "2026-02-27")]
    [InlineData("27-02-2026", "2026-02-27")]
    [InlineData("2/27/99", "1999-02-27")]
    [InlineData("4/4/26", "2026-04-04")]
    public void a_date_with_one_reading_is_read(string written, string date) =>
        Entry(Bank($"D{written}\nT1.00")).Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(date);

    [Fact]
    public void one_date_decides_for_all()
    {
        Statement(Bank("D3/4/26\nT1.00", "D3/25/26\nT1.00")).Entries[0].Date.ShouldBe(new DateOnly(2026, 3, 4));
        Statement(Bank("D3/4/26\nT1.00", "D25/3/26\nT1.00")).Entries[0].Date.ShouldBe(new DateOnly(2026, 4, 3));
    }

    [Theory]
    [InlineData("3/4/26", "5/6/26", "dd/MM/yy MM/dd/yy")]
    [InlineData("3/4'26", "5/6'26", "dd/MM/yy MM/dd/yy")]
    [InlineData("26-02-14", "26-03-14", "dd-MM-yy yy-MM-dd")]
    public void dates_that_prove_nothing_are_asked_for(string first, string second, string candidates)
    {
        var refused = Refuse(Bank($"D{first}\nT1.00", $"D{second}\nT1.00"));

        (refused.Code, string.Join(' ', refused.Candidates)).ShouldBe(("ambiguous-dates", candidates));
        foreach (var candidate in refused.Candidates)
            Statement(Bank($"D{first}\nT1.00", $"D{second}\nT1.00"), new CsvMapping { DateFormat = candidate }).Rejected.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("03.04.2026", "05.06.2026", "2026-04-03")]
    [InlineData("3.4'26", "5.6'26", "2026-04-03")]
    [InlineData("03.04.26", "05.06.26", "2026-04-03")]
    [InlineData("03.04.2026", "05.25.2026", "2026-03-04")]
    public void between_points_the_day_comes_first_unless_the_file_proves_otherwise(string first, string second, string date) =>
        Statement(Bank($"D{first}\nT1.00", $"D{second}\nT1.00")).Entries[0].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(date);

    [Theory]
    [InlineData("D03/25/2026\nT-1.00")]
    [InlineData("D2026-03-25\nT-1.00", "MM/dd/yyyy")]
    public void what_a_file_settles_the_next_ones_are_read_by(string first, string? answer = null)
    {
        var settled = Read(Bank(first), answer is null ? null : new CsvMapping { DateFormat = answer }).Settles!;

        var next = Next(Bank("D03/04/2026\nT-1,000"), settled);

        (next.Statements[0].Entries[0].Date, next.Statements[0].Entries[0].Amount).ShouldBe((new DateOnly(2026, 3, 4), -1000m));
        next.Settled!.Used.ShouldBe(["dateFormat", "decimalSeparator"]);
        Next(Bank("D25/04/2026\nT-1.00"), settled).Settled!.Differs.ShouldBe(["dateFormat"]);
        Next(Bank("D04/25/2026\nT-1.00"), settled).Settled.ShouldBeNull();
        next.Settles!.DateFormat.ShouldBe("MM/dd/yyyy");
    }

    [Fact]
    public void accounts_that_settled_otherwise_settle_nothing_for_a_file_of_both()
    {
        SettledLayout[] settled = [Read(Bank("D03/25/2026\nT-1.00")).Settles!, Read(Bank("D25/03/2026\nT-1.00")).Settles!];

        Should.Throw<BankFileException>(() => Next(Bank("D03/04/2026\nT-1.00"), settled)).Code.ShouldBe("ambiguous-dates");
    }

    private static BankFile Next(string text, params SettledLayout[] settled) =>
        BankFileReader.Read(System.Text.Encoding.UTF8.GetBytes(text), null, BankFileOptions.Default with { Settled = settled });

    [Fact]
    public void amounts_are_asked_for_where_they_prove_nothing()
    {
        Refuse(Bank("D2026-01-05\nT-2,000")).Code.ShouldBe("ambiguous-amounts");
        Refuse(Bank("D2026-01-05\nT-2.000")).Code.ShouldBe("ambiguous-amounts");
        Statement(Bank("D2026-01-05\nT-2.000", "D2026-01-05\nT-7,5")).Entries[0].Amount.ShouldBe(-2000m);
    }

    [Fact]
    public void splits_have_categories_and_memos()
    {
        var entry = Entry(Bank("D2026-01-05\nT-30.00\nPMarket\nLFood\nSFood\n$-20.00\nSHome:Cleaning\nEsoap\n$-12.50\nS[Cash]\n$2.50"));

        (entry.Amount, entry.CategoryHint).ShouldBe((-30.00m, null));
        entry.Splits.ShouldBe([new BankSplit(-20.00m, "Food", null), new BankSplit(-12.50m, "Home:Cleaning", "soap"), new BankSplit(2.50m, null, null) { TransferAccount = "Cash" }]);
    }

    [Fact]
    public void splits_that_do_not_make_the_whole_are_told()
    {
        var rejected = Rejection(Bank("D2026-01-05\nT-30.00\nSFood\n$-20.00\nSHome\n$-9.00"));

        (rejected.Line, rejected.Code, rejected.Reason).ShouldBe((2, "bad-split", "The parts of the entry make -29.00, the entry is -30.00."));
        Rejection(Bank("D2026-01-05\nT-30.00\nSFood\n%50\nSHome\n%50")).Code.ShouldBe("bad-split");
    }

    /// <summary>A mark that is missing loses no entry.</summary>
    [Theory]
    [InlineData("D2026-01-05\nT-1.00\nPX\nD2026-01-06\nT-2.00\nPY", "-1.00 X|-2.00 Y", 0)]
    [InlineData("T-1.00\nD2026-01-05\nPX\nT-2.00\nD2026-01-06\nPY", "-1.00 X|-2.00 Y", 0)]
    [InlineData("D2026-01-05\nT-3.00\nPX\nSFood\n$-3.00\nD2026-01-05\nT-3.00\nPX", "-3.00 X|-3.00 X", 0)]
    [InlineData("D2026-01-05\nT-1.00\nPX\nT-2.00\nPY", "-1.00 X", 1)]
    [InlineData("D2026-01-05\nPX\nD2026-01-06\nT-2.00\nPY", "-2.00 Y", 1)]
    [InlineData("D2026-01-05\nD2026-01-05\nT-1.00\nPX", "-1.00 X", 0)]
    public void another_date_or_amount_begins_another_entry(string record, string entries, int rejected)
    {
        var statement = Statement(Bank(record, "D2026-01-07\nT-9.00\nPZ"));

        statement.Entries.Select(entry => FormattableString.Invariant($"{entry.Amount} {entry.Payee}")).ShouldBe([.. entries.Split('|'), "-9.00 Z"]);
        statement.Rejected.Count.ShouldBe(rejected);
    }

    [Fact]
    public void a_transfer_names_the_other_account() => Entry(Bank("D2026-01-05\nT-30.00\nL[Savings]/Trip")).TransferAccount.ShouldBe("Savings");

    [Fact]
    public void the_opening_balance_names_the_account_and_is_no_entry()
    {
        var statement = Statement(Bank("D2026-01-01\nT500.00\nCX\nPOpening Balance\nL[Everyday]", "D2026-01-02\nT-5.00\nPShop"));

        (statement.BankAccount, statement.Entries.ShouldHaveSingleItem().Payee).ShouldBe(("Everyday", "Shop"));
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("balance-row");
    }

    [Fact]
    public void several_accounts_are_several_statements_and_lists_are_passed_over()
    {
        var file = Read("!Option:AutoSwitch\n!Account\nNEveryday\nTBank\n^\nNVisa\nTCCard\n^\nNBroker\nTInvst\n^\n!Clear:AutoSwitch\n"
            + "!Type:Cat\nNFood\nDEating\nE\n^\n!Type:Class\nNTrip\n^\n!Type:Memorized\nT-9.00\nPRent\n^\n"
            + "!Account\nNEveryday\nTBank\n^\n!Type:Bank\nD2026-01-02\nT-1.00\n^\n!Account\nNVisa\nTCCard\n^\n!Type:CCard\nD2026-01-03\nT-2.00\n^\n"
            + "!Account\nNBroker\nTInvst\n^\n!Type:Invst\nD2026-01-04\nNBuy\nYShares\nI10\nQ2\nT20.00\n^\n!Type:Security\nNShares\n^\n!Type:Prices\n\"S\",1,\"1/1'26\"\n^\n");

        file.Statements.Select(s => (s.BankAccount, s.AccountKind, s.Entries.Count, s.Rejected.Count))
            .ShouldBe([("Everyday", null, 1, 0), ("Visa", "creditCard", 1, 0), ("Broker", "investment", 0, 1)]);
        file.Statements[2].Rejected[0].Code.ShouldBe("investment-entry");
    }

    [Fact]
    public void what_is_not_marked_among_marked_ones_is_pending()
    {
        Statement(Bank("D2026-01-05\nT1.00\nC*", "D2026-01-05\nT2.00")).Entries.Select(entry => entry.Pending).ShouldBe([false, true]);
        Entry(Bank("D2026-01-05\nT1.00")).Pending.ShouldBeNull();
    }

    [Fact]
    public void an_entry_that_is_cut_off_is_told()
    {
        var statement = Statement("!Type:Cash\nD2026-01-05\nT1.00\n^\nD2026-01-06\nT-12");

        statement.Entries.Count.ShouldBe(1);
        statement.Rejected.ShouldHaveSingleItem().Code.ShouldBe("truncated");
    }

    [Theory]
    [InlineData("windows-1252", "Café Müller")]
    [InlineData("windows-1251", "Магазин у дома")]
    [InlineData("utf-16", "Łódź")]
    public void encodings_are_told_as_for_other_texts(string encoding, string payee) =>
        Only(In(encoding, Bank($"D2026-01-05\nT1.00\nP{payee}"))).Payee.ShouldBe(payee);

    [Theory]
    [InlineData("!Type:Cat\nNFood\n^\n")]
    [InlineData("!Clear:AutoSwitch\n")]
    public void a_file_without_entries_of_an_account_is_refused(string text) => Refuse(text).Code.ShouldBe("no-statement");

    private static BankEntry Only(byte[] content) => Read(content).Statements.ShouldHaveSingleItem().Entries.ShouldHaveSingleItem();

    private static string Bank(params string[] records) => "!Type:Bank \n" + string.Concat(records.Select(record => record + "\n^\n"));
}
