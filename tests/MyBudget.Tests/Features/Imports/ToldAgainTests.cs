using CsCheck;
using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Tests.Features.Imports;

/// <summary>One statement in other formats and downloads: other ids, other spellings, and days that are cut.</summary>
public sealed class ToldAgainTests
{
    private static readonly Guid Account = Guid.Parse("0192c0de-0000-7000-8000-000000000001");
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly Gen<(int Day, long Amount)[]> GenPosted = Gen.Select(Gen.Int[0, 15], Gen.Long[1, 6]).Array[0, 40];
    private static readonly Gen<(int First, int Posted)[]> GenDownloads = Gen.Select(Gen.Int[0, 15], Gen.Int[0, 40]).Array[1, 6];

    [Theory]
    [InlineData("Bäckerei Müller|Börse Köln GmbH|Café Schröder|Grün und Söhne", "Baeckerei Mueller|Boerse Koeln GmbH|Cafe Schroeder|Gruen und Soehne")]
    [InlineData("Магазин у дома|Аптека|Кофейня Жук|Щука", "MAGAZIN U DOMA|APTEKA|KOFEYNYA ZHUK|SHCHUKA")]
    [InlineData("Stadtwerke|Miete|Bahn|Strom", "purpose 1|purpose 2|purpose 3|purpose 4")]
    [InlineData("X KARTE 123|Y KARTE 123|Z KARTE 123|W KARTE 123", "X FOO|Y FOO|Z FOO|W FOO")]
    public void another_format_of_the_statement_brings_nothing_twice(string payees, string others)
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, Statement("S", payees));

        var again = Import(ledger, Statement("M", others));

        again.ShouldAllBe(row => row.Match != null);
        ledger.Select(entry => entry.Id).Distinct().Count().ShouldBe(4);
        Import(ledger, Statement(null, others)).ShouldAllBe(row => row.Match != null);
        Import(ledger, Statement("C", payees)).ShouldAllBe(row => row.Match != null);
        Import(ledger, Statement("S", payees)).ShouldAllBe(row => row.Match != null);
    }

    [Fact]
    public void formats_that_come_by_turns_bring_each_entry_once()
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, Month("S", 1, 10));
        Import(ledger, Month("M", 1, 10));
        Import(ledger, Month("S", 11, 20));

        // The first half is known by its ids, the other by nothing but day and amount.
        Import(ledger, Month("M", 6, 20)).ShouldAllBe(row => row.Match != null);
        Import(ledger, Month("M", 15, 25)).Count(row => row.Match is null).ShouldBe(5);
        ledger.Select(entry => entry.Id).Distinct().Count().ShouldBe(25);

        static List<DraftRow> Month(string bank, int first, int last) =>
            [.. Enumerable.Range(first, last - first + 1).Select(day => Draft(day, -100 - day, $"{bank} text", $"{bank}{day}", day))];
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(4)]
    public void a_row_that_is_booked_late_undoes_nothing(int day)
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, [.. Enumerable.Range(1, 8).Select(at => Draft(at, -100 - at, $"P{at}", $"a{at}", at))]);

        var rows = Import(
            ledger,
            [.. Enumerable.Range(1, 8).Select(at => Draft(at, -100 - at, $"P{at}", $"b{at}", at)), Draft(day, -7588, "Late", "b9", 9)]);

        rows.Where(row => row.Match is null).ShouldHaveSingleItem().Payee.ShouldBe("Late");
    }

    [Fact]
    public void what_proves_too_little_is_named_whatever_the_payee()
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, [Draft(1, -100, "Café", "S1", 1), Draft(2, -200, "Bahn", "S2", 2)]);

        var rows = Import(ledger, [Draft(1, -100, "Karte", "M1", 1), Draft(2, -200, "Lastschrift", "M2", 2), Draft(2, -300, "Neu", "M3", 3)]);

        rows.Select(row => (row.Match is null, row.Doubtful is not null)).ShouldBe([(true, true), (true, true), (true, false)]);
    }

    [Fact]
    public void equal_entries_of_one_day_with_ids_of_their_own_stay_what_they_are()
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, [Draft(1, -350, "Coffee", "F1", 1), Draft(1, -350, "Coffee", "F2", 2), Draft(1, -350, "Coffee", "F3", 3)]);
        Import(ledger, [Draft(1, -350, "Coffee", "F3", 1), Draft(1, -350, "Coffee", "F4", 2)]).Count(row => row.Match is null).ShouldBe(1);

        // Nothing but one amount of one day: it may be as many again.
        var rows = Import(ledger, [.. Enumerable.Range(1, 4).Select(at => Draft(1, -350, "Coffee", $"N{at}", at))]);

        rows.ShouldAllBe(row => row.Match == null && row.Doubtful != null);
    }

    /// <summary>Downloads whose ids are new each time, and that end within a day: what is doubtful is said, and nothing is lost.</summary>
    [Fact]
    public void no_download_doubles_an_entry_in_silence() => Gen.Select(GenPosted, GenDownloads).Sample((posted, downloads) =>
    {
        var (ledger, told, named) = (new List<KnownEntry>(), new HashSet<int>(), 0);
        var inOrder = posted.OrderBy(entry => entry.Day).ToList();
        foreach (var (number, (first, until)) in downloads.Index())
        {
            var shown = Enumerable.Range(0, Math.Min(until, inOrder.Count)).Where(index => inOrder[index].Day >= first).ToList();
            var rows = Import(ledger, [.. shown.Select((at, index) => Draft(inOrder[at].Day, inOrder[at].Amount, $"P{at}", $"{number}-{at}", index))]);
            named += rows.Count(row => row.Match is null && row.Doubtful is not null);
            told.UnionWith(shown);
        }

        var entries = ledger.Select(entry => entry.Id).Distinct().Count();
        (entries - named).ShouldBeLessThanOrEqualTo(told.Count);
        entries.ShouldBeGreaterThanOrEqualTo(told.Count);
    });

    /// <summary>Where three days overlap and entries can be told apart, nothing is doubled at all.</summary>
    [Fact]
    public void downloads_that_overlap_enough_bring_each_entry_once() =>
        Gen.Select(Gen.Int[1, 4].Array[8, 20], Gen.Int[0, 40].Array[1, 5]).Sample((perDay, cuts) =>
        {
            var entries = perDay.SelectMany((count, day) => Enumerable.Range(0, count).Select(at => (Day: day, Amount: -(100L * day) - at - 1))).ToList();
            var ledger = new List<KnownEntry>();
            var until = entries.Count(entry => entry.Day <= 5);
            foreach (var (number, more) in cuts.Prepend(0).Index())
            {
                var first = entries[until - 1].Day - 4;
                until = Math.Min(entries.Count, until + more);
                var shown = entries.Take(until).Where(entry => number == 0 || entry.Day >= first);
                Import(ledger, [.. shown.Select((entry, index) => Draft(entry.Day, entry.Amount, $"P{number}", $"{number}-{index}", index))]);
            }

            ledger.Select(entry => entry.Id).Distinct().Count().ShouldBe(until);
        });

    [Theory]
    [InlineData(1, "Cafe", "CAFE 12", true, true)]
    [InlineData(5, "Cafe", "Cafe", true, true)]
    [InlineData(6, "Cafe", "Cafe", false, false)]
    [InlineData(2, "Cafe", "Tram", false, true)]
    [InlineData(-1, "Cafe", "Cafe", false, false)]
    public void an_older_pending_row_is_what_was_booked_since(int bookedAfter, string payee, string booked, bool isDuplicate, bool isSaid)
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, [Draft(10 + bookedAfter, -350, booked, "F1", 1)]);

        var row = Import(ledger, [Draft(10, -350, payee, null, 1, EntryStatus.Pending)]).ShouldHaveSingleItem();

        (row.Match is not null, row.Match is not null || row.Doubtful is not null).ShouldBe((isDuplicate, isSaid));
    }

    [Fact]
    public void what_was_pending_before_it_was_booked_is_no_later_pending_row()
    {
        var ledger = new List<KnownEntry>();
        Import(ledger, [Draft(9, -350, "Cafe", null, 1, EntryStatus.Pending)]);
        Import(ledger, [Draft(11, -350, "Cafe", "F1", 1)]).ShouldAllBe(row => row.Match != null);

        Import(ledger, [Draft(10, -350, "Cafe", null, 1, EntryStatus.Pending)]).ShouldAllBe(row => row.Match == null && row.Doubtful != null);
    }

    private static List<DraftRow> Statement(string? ids, string payees) =>
        [.. payees.Split('|').Select((payee, day) => Draft(day, -100 * (day + 1), payee, ids is null ? null : $"{ids}{day}", day))];

    /// <summary>As the product does: a row becomes an entry, or is kept with the one it met, that is booked then.</summary>
    private static List<DraftRow> Import(List<KnownEntry> ledger, List<DraftRow> rows)
    {
        DuplicateSearch.Mark(rows, ledger);
        foreach (var row in rows)
        {
            var isPending = row.Entry!.Status is EntryStatus.Pending;
            if (row.Match is { TransactionId: { } met } && !isPending)
                ledger.Where(entry => entry.Id == met).ToList().ForEach(entry => ledger[ledger.IndexOf(entry)] = entry with { Pending = false });
            ledger.Add(new KnownEntry(
                row.Match?.TransactionId ?? Guid.NewGuid(), Account, row.Date, row.Amount, row.Payee, row.BankId, FromBank: true,
                isPending && row.Match is null, Deleted: false, SettledOn: null));
        }

        return rows;
    }

    private static DraftRow Draft(int day, long amount, string? payee, string? id, int index, EntryStatus status = EntryStatus.Cleared) =>
        DraftRows.Of(Account, index + 1, Day.AddDays(day), amount, payee, id, status is EntryStatus.Pending);
}
