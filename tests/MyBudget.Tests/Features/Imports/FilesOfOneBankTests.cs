using CsCheck;
using MyBudget.Features.Imports.ImportFile;

namespace MyBudget.Tests.Features.Imports;

/// <summary>A bank tells the same of each day, however often it is asked: its files in any order and any repetition bring each entry once.</summary>
public sealed class FilesOfOneBankTests
{
    private static readonly Guid Account = Guid.Parse("0192c0de-0000-7000-8000-000000000001");
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly string?[] SomePayees = [null, "Bakery", "Tram", "Bäcker"];

    private static readonly Gen<(int Day, long Amount, string? Payee)[]> GenBooked = Gen.Select(
        Gen.Int[0, 20], Gen.Long[1, 4], Gen.Int[0, SomePayees.Length - 1], (day, amount, payee) => (day, amount, SomePayees[payee])).Array[0, 40];

    private static readonly Gen<(int First, int Days)[]> GenFiles = Gen.Select(Gen.Int[0, 20], Gen.Int[1, 12]).Array[1, 8];

    [Fact]
    public void each_entry_comes_once() => Gen.Select(GenBooked, GenFiles, Gen.Bool).Sample((booked, files, hasIds) =>
    {
        var ledger = new List<KnownEntry>();
        foreach (var (first, days) in files)
        {
            var rows = booked.Select((entry, index) => (entry, index)).Where(row => row.entry.Day >= first && row.entry.Day < first + days)
                .Select((row, number) => Draft(row.entry, number, hasIds ? $"F{row.index}" : null)).ToList();
            DuplicateSearch.Mark(rows, ledger);
            ledger.AddRange(rows.Where(row => row.Match is null).Select(Known).ToList());
        }

        var told = booked.Where(entry => files.Any(file => entry.Day >= file.First && entry.Day < file.First + file.Days));
        ledger.Select(entry => (entry.Date, entry.Amount)).Order().ShouldBe(told.Select(entry => (Day.AddDays(entry.Day), entry.Amount)).Order());
    });

    /// <summary>No more than one of the bank's days, and nothing that it did not book.</summary>
    [Fact]
    public void what_was_entered_by_hand_answers_once() => Gen.Select(GenBooked, GenFiles, Gen.Int[0, 3]).Sample((booked, files, entered) =>
    {
        var ledger = booked.Take(entered)
            .Select((entry, index) => Known(Draft(entry, 0, null)) with { Id = new Guid(index + 1, 0, 0, new byte[8]), FromBank = false }).ToList();
        foreach (var (first, days) in files)
        {
            var rows = booked.Select((entry, index) => (entry, index)).Where(row => row.entry.Day >= first && row.entry.Day < first + days)
                .Select((row, number) => Draft(row.entry, number, $"F{row.index}")).ToList();
            DuplicateSearch.Mark(rows, ledger);
            Keep(ledger, rows);
        }

        var told = booked.Where(entry => files.Any(file => entry.Day >= file.First && entry.Day < file.First + file.Days)).ToList();
        ledger.Where(entry => entry.FromBank).Select(entry => entry.Id).Distinct().Count().ShouldBe(told.Count);
    });

    /// <summary>As the product does: a row becomes an entry, or is kept with the one it met.</summary>
    private static void Keep(List<KnownEntry> ledger, IReadOnlyList<DraftRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Match is not { TransactionId: { } met })
            {
                ledger.Add(Known(row));
                continue;
            }

            ledger.RemoveAll(entry => entry.Id == met && !entry.FromBank);
            if (!ledger.Any(entry => entry.Id == met && entry.BankId == row.BankId)) ledger.Add(Known(row) with { Id = met });
        }
    }

    private static DraftRow Draft((int Day, long Amount, string? Payee) entry, int number, string? id) =>
        DraftRows.Of(Account, number + 1, Day.AddDays(entry.Day), entry.Amount, entry.Payee, id);

    private static KnownEntry Known(DraftRow row) => new(
        Guid.NewGuid(), Account, row.Date, row.Amount, row.Payee, row.BankId, FromBank: true, Pending: false, Deleted: false, SettledOn: null);
}
