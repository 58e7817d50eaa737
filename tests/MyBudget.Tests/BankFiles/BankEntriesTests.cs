using CsCheck;
using MyBudget.BankFiles;

namespace MyBudget.Tests.BankFiles;

public sealed class BankEntriesTests
{
    private static readonly Gen<string?> GenText = Gen.OneOf(Gen.Const((string?)null), Gen.String.Select(text => (string?)text), Gen.Const((string?)"Bäckerei 面包 🥖"));

    private static readonly Gen<BankEntry> GenEntry = Gen.Select(
        Gen.Int[1, 1_000_000], Gen.Int[0, 80_000], Gen.Decimal, GenText.Array[7], Gen.Bool.Nullable(), Gen.Int[0, 2], (line, day, amount, texts, pending, kind) =>
            new BankEntry(line, new DateOnly(1900, 1, 1).AddDays(day), amount, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], pending)
            {
                TransferAccount = texts[6],
                Splits = kind == 1 ? [new BankSplit(amount, "Food", null)] : [],
                Corrects = kind == 2 ? new BankCorrection("1", IsDeletion: false) : null,
            });

    [Fact]
    public void gives_back_what_was_added() => GenEntry.Array[0, 60].Sample(added =>
    {
        var entries = new BankEntries();
        foreach (var entry in added) entries.Add(entry);

        entries.Count.ShouldBe(added.Length);
        foreach (var (expected, entry) in added.Zip(entries))
        {
            (entry with { Splits = expected.Splits }).ShouldBe(expected);
            entry.Splits.ShouldBe(expected.Splits);
            entry.Amount.Scale.ShouldBe(expected.Amount.Scale);
        }
    });

    [Fact]
    public void an_entry_may_be_larger_than_a_chunk()
    {
        var entries = new BankEntries();
        var (small, large) = (Entry("1", "x"), Entry("2", new string('ü', 100_000)));
        entries.Add(small);
        entries.Add(large);
        entries.Add(small);
        entries.ShouldBe([small, large, small]);
    }

    [Fact]
    public void an_id_that_is_repeated_for_another_entry_is_dropped()
    {
        var entries = new BankEntries();
        foreach (var (id, amount) in new[] { ("1", 1m), ("2", 2m), ("1", 3m), ("3", 3m), ("3", 3m) }) entries.Add(Entry(id, "x") with { Amount = amount });

        BankIds.AreUnique(entries).ShouldBeFalse();
        BankIds.DropRepeated(entries);

        entries.Select(entry => entry.BankId).ShouldBe([null, "2", null, "3", "3"]);
    }

    private static BankEntry Entry(string id, string payee) =>
        new(1, new DateOnly(2026, 3, 1), 1.50m, payee, Memo: null, id, Currency: null, CheckNumber: null, CategoryHint: null, Pending: null);
}
