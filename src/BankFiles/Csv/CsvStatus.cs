using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

internal enum CsvStatus
{
    Booked,
    Pending,
    NotBooked,
}

/// <summary>What banks write in a column of states. An unknown word counts as booked.</summary>
internal static class CsvStatusWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Pending = new[]
    {
        "pending", "authorised", "authorized", "hold", "vorgemerkt", "en attente", "pendiente", "в обработке",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotBooked = new[]
    {
        "failed", "denied", "declined", "reverted", "cancelled", "canceled", "rejected", "storniert", "отклонено", "отменено",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static CsvStatus Of(ReadOnlySpan<char> text) =>
        Pending.Contains(text) ? CsvStatus.Pending : NotBooked.Contains(text) ? CsvStatus.NotBooked : CsvStatus.Booked;
}
