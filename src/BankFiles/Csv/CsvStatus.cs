using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

internal enum CsvStatus
{
    Booked,
    Pending,
    NotBooked,

    /// <summary>Counts as booked, and is told.</summary>
    Unknown,
}

/// <summary>What banks write in a column of states.</summary>
internal static class CsvStatusWords
{
    private const int MostStates = 8;

    private static readonly FrozenDictionary<string, CsvStatus> Words = CsvWords.States
        .Where(kind => Enum.TryParse<CsvStatus>(kind.Key, out _))
        .SelectMany(kind => kind.Value.Select(word => (Word: word, Status: Enum.Parse<CsvStatus>(kind.Key))))
        .DistinctBy(known => known.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(known => known.Word, known => known.Status, StringComparer.Ordinal);

    public static CsvStatus Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return CsvStatus.Booked;
        var folded = CsvWords.Fold(text);
        if (Words.TryGetValue(folded, out var status)) return status;
        // "Declined by the bank", "Refused: no money".
        for (var end = folded.LastIndexOf(' '); end > 0; end = folded.LastIndexOf(' ', end - 1))
        {
            if (Words.TryGetValue(folded[..end], out var beginning) && beginning != CsvStatus.Booked) return beginning;
        }

        return CsvStatus.Unknown;
    }

    /// <summary>A column without a known name, in which every row has a known state and some of them are not booked.</summary>
    public static int? ColumnOf(CsvTable table, IReadOnlySet<int> taken) => table.Columns.FirstOrDefault(column =>
        !taken.Contains(column.Index) && !table.Given.ContainsValue(column.Index) && !column.IsDate && !column.IsAmount
        && column.Distinct.Count is > 1 and <= MostStates
        && column.Distinct.Keys.All(text => Of(text) is not CsvStatus.Unknown)
        && column.Distinct.Keys.Any(text => Of(text) is CsvStatus.Booked)
        && column.Distinct.Keys.Any(text => Of(text) is CsvStatus.NotBooked or CsvStatus.Pending))?.Index;
}
