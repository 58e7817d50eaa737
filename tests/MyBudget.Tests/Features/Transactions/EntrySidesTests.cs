using CsCheck;
using MyBudget.Features.Transactions.Contracts;

namespace MyBudget.Tests.Features.Transactions;

public sealed class EntrySidesTests
{
    private static readonly Guid[] Accounts = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<EntryStatus> Statuses = Gen.Enum<EntryStatus>();

    private static readonly Gen<EntryTransfer> Transfers = Gen.Select(
        Gen.Int[1, 2], Gen.Long[1, 5], Gen.Int[0, 3], Statuses.Nullable(),
        (account, amount, day, status) => new EntryTransfer(Accounts[account], amount, day == 0 ? null : new DateOnly(2026, 3, day), status));

    private static readonly Gen<Entry> Entries = Gen.Select(Transfers.Array[0, 3], Statuses, Gen.Bool, (transfers, status, split) => new Entry
    {
        AccountId = Accounts[0],
        Date = new DateOnly(2026, 3, 2),
        Amount = -9,
        Splits = split ? [.. transfers.Select(transfer => new EntrySplit(-transfer.Amount, null, null, transfer))] : [],
        Transfer = split ? null : transfers.FirstOrDefault(),
        Tags = [],
        Status = status,
    }.Condensed());

    [Fact]
    public void one_side_changes_its_status_and_the_others_stay_what_they_were() => Gen.Select(Entries, Gen.Int[0, 3], Statuses).Sample((entry, place, status) =>
    {
        List<EntrySide> sides = [.. EntrySide.Of(entry)];
        var changed = entry.WithStatuses((other, side) => other == place ? status : side.Status);

        EntrySide.Of(changed).ShouldBe(sides.Select((side, other) => other == place ? side with { Status = status } : side));
        changed.WithStatuses((other, _) => sides[other].Status).ShouldBe(entry);
    });

    [Fact]
    public void what_says_the_same_is_equal() => Entries.Sample(entry =>
        (entry with { Transfer = entry.Transfer is { } other ? other with { Date = other.Date ?? entry.Date, Status = other.Status ?? entry.Status } : null })
        .Condensed().ShouldBe(entry));
}
