using CsCheck;
using MyBudget.Features.Imports.Contracts;
using MyBudget.Features.Imports.ImportFile;
using MyBudget.Features.Transactions.Contracts;

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
                row.Entry!.Amount.ShouldBe(entry.Amount);
                row.Match!.DaysApart.ShouldBe(Math.Abs(row.Entry.Date.DayNumber - entry.Date.DayNumber));
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
    public void a_reference_that_repeats_is_no_duplicate_of_what_is_booked()
    {
        var row = Draft((1, -1250, "Tram", "R1"), 0);

        DuplicateSearch.Mark([row], [Known((0, -1250, "Tram", "R1"), 0, isFromBank: true)]);

        row.Match.ShouldBeNull();
    }

    [Theory]
    [InlineData("Bakery", "BAKERY", PayeeMatch.Same)]
    [InlineData("Baker Bob", "BAKER-BOB", PayeeMatch.Same)]
    [InlineData("Bakery", "BAKERY 12 MAIN ST", PayeeMatch.Similar)]
    [InlineData("CARD PAYMENT BAKERY", "CARD PAYMENT TRAM", PayeeMatch.Different)]
    [InlineData("***", "Bakery", PayeeMatch.Different)]
    [InlineData(null, "Bakery", PayeeMatch.Missing)]
    public void payees_are_compared_by_their_words(string? one, string? other, PayeeMatch expected)
    {
        Payees.Compare(one, other).ShouldBe(expected);
        Payees.Compare(other, one).ShouldBe(expected);
    }

    private static DraftRow Draft((int Day, long Amount, string? Payee, string? BankId) row, int index) => new(index + 1, index + 2)
    {
        Account = 0,
        BankId = row.BankId,
        Entry = new Entry { AccountId = Account, Date = Day.AddDays(row.Day), Amount = row.Amount, Payee = row.Payee, Splits = [], Tags = [], Status = EntryStatus.Cleared },
    };

    private static KnownEntry Known((int Day, long Amount, string? Payee, string? BankId) row, int index, bool isFromBank) => new(
        new Guid(index + 1, 0, 0, new byte[8]), Account, Day.AddDays(row.Day), row.Amount, row.Payee, isFromBank ? row.BankId : null, isFromBank,
        Pending: false, Deleted: false);
}
