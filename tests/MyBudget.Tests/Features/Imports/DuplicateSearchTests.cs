using CsCheck;
using MyBudget.Features.Imports.Contracts;
using MyBudget.Features.Imports.ImportFile;

namespace MyBudget.Tests.Features.Imports;

public sealed class DuplicateSearchTests
{
    private static readonly Guid Account = Guid.Parse("0192c0de-0000-7000-8000-000000000001");
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly string?[] SomePayees = [null, "Bakery", "BAKERY 12", "Tram"];
    private static readonly string?[] SomeIds = [null, "1", "2", "3"];

    private static readonly Gen<(int Day, long Amount, string? Payee, string? BankId)> GenRow = Gen.Select(
        Gen.Int[0, 12], Gen.Long[1, 3], Gen.Int[0, SomePayees.Length - 1], Gen.Int[0, SomeIds.Length - 1],
        (day, amount, payee, id) => (day, amount, SomePayees[payee], SomeIds[id]));

    [Fact]
    public void a_repeated_file_is_all_duplicates() => GenRow.List[0, 30].Sample(file =>
    {
        var known = file.Select((row, index) => Known(row, index, isFromBank: true)).ToList();
        var drafts = file.Select(Draft).ToList();

        DuplicateSearch.Mark(drafts, known);

        drafts.ShouldAllBe(draft => draft.Match != null);
    });

    [Fact]
    public void no_transaction_answers_for_two_rows_unless_they_share_the_id_of_the_bank() =>
        Gen.Select(GenRow.List[0, 30], GenRow.List[0, 30], Gen.Bool).Sample((file, before, isFromBank) =>
        {
            var known = before.Select((row, index) => Known(row, index, isFromBank)).ToList();
            var drafts = file.Select(Draft).ToList();

            DuplicateSearch.Mark(drafts, known);

            foreach (var matched in drafts.Where(draft => draft.Match is { By: MatchKind.Content }).GroupBy(draft => draft.Match!.TransactionId))
            {
                matched.Count().ShouldBe(1);
                var (row, entry) = (matched.Single(), known.Single(entry => entry.Id == matched.Key));
                row.Amount.ShouldBe(entry.Amount);
                row.Match!.DaysApart.ShouldBe(Math.Abs(row.Date.DayNumber - entry.Date.DayNumber));
                row.Match.DaysApart.ShouldBeLessThanOrEqualTo(isFromBank ? 0 : KnownEntries.Days);
            }
        });

    [Theory]
    [InlineData("123", true)]
    [InlineData("124", false)]
    [InlineData(null, true)]
    public void a_pending_entry_is_booked_on_another_day_unless_the_bank_calls_it_otherwise(string? id, bool isDuplicate)
    {
        var pending = Known((0, -1250, "Bakery", "123"), 0, isFromBank: true) with { Pending = true };
        var booked = Draft((1, -1250, "BAKERY 12", id), 0);

        DuplicateSearch.Mark([booked], [pending]);

        (booked.Match?.TransactionId).ShouldBe(isDuplicate ? pending.Id : null);
        (booked.Match?.DaysApart).ShouldBe(isDuplicate ? 1 : null);
    }

    [Fact]
    public void a_reference_that_comes_with_every_payment_is_no_duplicate_of_what_is_booked()
    {
        var row = Draft((2, -1250, "Tram", "R1"), 0);

        DuplicateSearch.Mark(
            [row], [Known((0, -1250, "Tram", "R1"), 0, isFromBank: true), Known((1, -1250, "Tram", "R1"), 1, isFromBank: true)]);

        row.Match.ShouldBeNull();
    }

    [Theory]
    [InlineData(1, "Tram", true)]
    [InlineData(5, "Tram", true)]
    [InlineData(6, "Tram", false)]
    [InlineData(0, "Bakery", false)]
    public void an_equal_id_and_amount_is_one_entry_even_if_the_day_moved_but_two_payees_of_one_day_are_two(int days, string payee, bool isDuplicate)
    {
        var row = Draft((days, -1250, payee, "F1"), 0);

        DuplicateSearch.Mark([row], [Known((0, -1250, "Tram", "F1"), 0, isFromBank: true)]);

        (row.Match is not null).ShouldBe(isDuplicate);
    }

    [Fact]
    public void a_booked_entry_is_known_by_its_id_long_after_it_was_pending()
    {
        var row = Draft((20, -5000, "HOTEL", "T1"), 0);

        DuplicateSearch.Mark([row], [Known((0, -5000, "Hotel", "T1"), 0, isFromBank: true) with { Pending = true }]);

        row.Match!.DaysApart.ShouldBe(20);
    }

    [Fact]
    public void a_pending_entry_that_is_booked_with_another_amount_is_named()
    {
        var pending = Known((0, -5000, "RESTO", "T1"), 0, isFromBank: true) with { Pending = true };
        var row = Draft((2, -6000, "RESTO", "T1"), 0);

        DuplicateSearch.Mark([row], [pending]);

        (row.Match, row.Doubtful?.TransactionId).ShouldBe((null, pending.Id));
    }

    [Fact]
    public void what_a_person_entered_is_not_met_by_a_payee_that_is_wholly_different_but_named()
    {
        var entered = Known((0, -5000, "Gas station", null), 0, isFromBank: false);
        var row = Draft((5, -5000, "PHARMACY", "F1"), 0);

        DuplicateSearch.Mark([row], [entered]);

        (row.Match, row.Doubtful?.TransactionId).ShouldBe((null, entered.Id));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void what_a_statement_settled_is_met_by_no_later_row(int day, bool isDuplicate)
    {
        var entered = Known((8, -400, null, null), 0, isFromBank: false) with { SettledOn = Day.AddDays(10) };
        var row = Draft((day, -400, "COFFEE", "N1"), 0);

        DuplicateSearch.Mark([row], [entered]);

        (row.Match is not null).ShouldBe(isDuplicate);
    }

    [Fact]
    public void rows_and_entries_are_brought_together_as_a_whole()
    {
        // Each for itself the first row would take what the second needs.
        var entries = new[] { Known((2, -300, null, null), 0, isFromBank: false), Known((6, -300, null, null), 1, isFromBank: false) };
        var rows = new[] { Draft((4, -300, "COFFEE", null), 0), Draft((0, -300, "COFFEE", null), 1) };

        DuplicateSearch.Mark(rows, entries);

        rows.Select(row => row.Match?.TransactionId).ShouldBe([entries[1].Id, entries[0].Id]);
    }

    [Fact]
    public void ids_that_were_others_before_are_distrusted_and_the_contents_decide()
    {
        var known = new[] { Known((0, -100, "A", "1"), 0, isFromBank: true), Known((1, -200, "B", "2"), 1, isFromBank: true) };
        var rows = new[] { Draft((1, -200, "B", "1"), 0), Draft((2, -300, "C", "2"), 1) };

        DuplicateSearch.Mark(rows, known).ShouldBe([Account]);

        rows.Select(row => row.Match?.TransactionId).ShouldBe([known[1].Id, null]);
    }

    [Fact]
    public void ids_made_anew_for_each_download_are_distrusted()
    {
        var known = Enumerable.Range(0, 4).Select(day => Known((day, -100 * (day + 1), "Shop", $"OLD{day}"), day, isFromBank: true)).ToList();
        var rows = Enumerable.Range(1, 4).Select(day => Draft((day, -100 * (day + 1), "Shop", $"NEW{day}"), day)).ToList();

        DuplicateSearch.Mark(rows, known);

        rows.Select(row => row.Match is not null).ShouldBe([true, true, true, false]);
    }

    [Fact]
    public void a_wrong_encoding_of_a_payee_makes_no_second_entry()
    {
        var row = Draft((0, -1550, "Größe Füße GmbH", null), 0);

        DuplicateSearch.Mark([row], [Known((0, -1550, "GrцЯe FьЯe GmbH", null), 0, isFromBank: true)]);

        row.Match.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Bakery", "BAKERY", PayeeMatch.Same)]
    [InlineData("Baker Bob", "BAKER-BOB", PayeeMatch.Same)]
    [InlineData("Bakery", "BAKERY 12 MAIN ST", PayeeMatch.Similar)]
    [InlineData("Größe Füße GmbH", "GrцЯe FьЯe GmbH", PayeeMatch.Similar)]
    [InlineData("Café Ü", "Café A", PayeeMatch.Different)]
    [InlineData("CARD PAYMENT BAKERY", "CARD PAYMENT TRAM", PayeeMatch.Different)]
    [InlineData("***", "Bakery", PayeeMatch.Different)]
    [InlineData("Bäckerei Müller & Söhne", "BAECKEREI MUELLER + SOEHNE", PayeeMatch.Similar)]
    [InlineData("Börse Köln GmbH", "BORSE KOLN GMBH", PayeeMatch.Similar)]
    [InlineData("Bäckerei Müller", "B?ckerei M?ller", PayeeMatch.Similar)]
    [InlineData("Straßenbahn", "STRASSENBAHN", PayeeMatch.Similar)]
    [InlineData("Stadtwerke Nord Versorgung Abrechnung", "STADTWERKE NORD VERSORGUNG ABREC", PayeeMatch.Similar)]
    [InlineData("Łódź Żabka", "LODZ ZABKA", PayeeMatch.Similar)]
    [InlineData("Магазин Пятёрочка", "MAGAZIN PYATEROCHKA", PayeeMatch.Similar)]
    [InlineData("Щукин Юрий", "SHCHUKIN YURIY", PayeeMatch.Similar)]
    [InlineData("Παπαδόπουλος", "PAPADOPOULOS", PayeeMatch.Similar)]
    [InlineData("Магазин", "Аптека", PayeeMatch.Different)]
    [InlineData("Магазин", "APTEKA", PayeeMatch.Different)]
    [InlineData("Rent", "Rental", PayeeMatch.Different)]
    [InlineData(null, "Bakery", PayeeMatch.Missing)]
    public void payees_are_compared_by_their_words(string? one, string? other, PayeeMatch expected)
    {
        Payees.Compare(one, other).ShouldBe(expected);
        Payees.Compare(other, one).ShouldBe(expected);
    }

    [Fact]
    public void the_other_side_of_a_transfer_has_no_payee_of_its_own()
    {
        var entered = Known((0, 7000, "Savings", null), 0, isFromBank: false) with { IsOtherSide = true };
        var row = Draft((2, 7000, "Giro", "F1"), 0);

        DuplicateSearch.Mark([row], [entered]);

        (row.Match?.TransactionId, row.Match?.Payee).ShouldBe((entered.Id, PayeeMatch.Missing));
        var other = Draft((2, 7000, "Giro", "F1"), 0);
        DuplicateSearch.Mark([other], [entered with { IsOtherSide = false }]);
        (other.Match, other.Doubtful?.TransactionId).ShouldBe((null, entered.Id));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void what_the_file_calls_a_transfer_is_no_expense_that_somebody_entered(bool isTransfer, bool isDuplicate)
    {
        var (cash, elsewhere) = (new Guid(8, 0, 0, new byte[8]), new Guid(9, 0, 0, new byte[8]));
        var entered = Known((3, -10000, null, null), 0, isFromBank: false) with { OtherAccountId = isTransfer ? cash : null };
        var row = DraftRows.Of(Account, 1, Day, -10000, "ATM", bankId: null, to: (cash, "Cash"));

        DuplicateSearch.Mark([row], [entered]);

        (row.Match?.TransactionId == entered.Id).ShouldBe(isDuplicate);
        (row.Doubtful?.TransactionId == entered.Id).ShouldBe(!isDuplicate);
        var toAnother = DraftRows.Of(Account, 1, Day, -10000, "ATM", bankId: null, to: (elsewhere, "Elsewhere"));
        DuplicateSearch.Mark([toAnother], [entered]);
        toAnother.Match.ShouldBeNull();
    }

    [Fact]
    public void equal_parts_of_a_split_answer_for_a_row_each()
    {
        var parts = Enumerable.Range(1, 3).Select(part => Known((0, 4000, "Savings", null), 0, isFromBank: false) with { Part = part, Parts = 3 }).ToList();
        var rows = Enumerable.Range(0, 4).Select(index => Draft((1, 4000, "Giro", null), index)).ToList();

        DuplicateSearch.Mark(rows, parts);
        rows.Count(row => row.Doubtful is not null).ShouldBe(3);
        DuplicateSearch.Mark(rows, [.. parts.Select(part => part with { IsOtherSide = true })]);

        rows.Count(row => row.Match is not null).ShouldBe(3);
    }

    private static DraftRow Draft((int Day, long Amount, string? Payee, string? BankId) row, int index) =>
        DraftRows.Of(Account, index + 1, Day.AddDays(row.Day), row.Amount, row.Payee, row.BankId);

    private static KnownEntry Known((int Day, long Amount, string? Payee, string? BankId) row, int index, bool isFromBank) => new(
        new Guid(index + 1, 0, 0, new byte[8]), Account, Day.AddDays(row.Day), row.Amount, row.Payee, isFromBank ? row.BankId : null, isFromBank,
        Pending: false, Deleted: false, SettledOn: null);
}
