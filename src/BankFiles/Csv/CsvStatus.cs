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
    private const int MostStates = 12;

    private static readonly FrozenDictionary<string, CsvStatus> Words = CsvWords.States
        .Where(kind => Enum.TryParse<CsvStatus>(kind.Key, out _))
        .SelectMany(kind => kind.Value.Select(word => (Word: word, Status: Enum.Parse<CsvStatus>(kind.Key))))
        .DistinctBy(known => known.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(known => known.Word, known => known.Status, StringComparer.Ordinal);

    private static readonly IReadOnlyList<string> Stems = CsvWords.States["NotBookedStem"];
    private static readonly FrozenSet<string> NoImpact = CsvWords.States["NoImpact"].ToFrozenSet(StringComparer.Ordinal);

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

        return BeginsAsNotBooked(folded) ? CsvStatus.NotBooked : CsvStatus.Unknown;
    }

    /// <summary>One word of a heading, in whatever form a language bends it to.</summary>
    public static bool SpeaksOfNotBooked(string word) =>
        (Words.TryGetValue(word, out var status) && status == CsvStatus.NotBooked) || BeginsAsNotBooked(word);

    /// <summary>A few texts that come again, or that are known.</summary>
    public static bool MayBeStates(CsvColumn column) =>
        column.IsText && column.Distinct.Count <= MostStates
        && column.Distinct.Any(text => text.Value > 1 || Of(text.Key) != CsvStatus.Unknown);

    /// <summary>A column of a table without names, in which every row has a known state and some of them are not booked.</summary>
    public static int? ColumnOf(CsvTable table, IReadOnlySet<int> taken) => table.Columns.FirstOrDefault(column =>
        !table.Header.Exists && MayHoldStates(table, column, taken)
        && column.Distinct.Keys.All(text => Of(text) is not CsvStatus.Unknown)
        && column.Distinct.Keys.Any(text => Of(text) is CsvStatus.Booked)
        && column.Distinct.Keys.Any(text => Of(text) is CsvStatus.NotBooked or CsvStatus.Pending))?.Index;

    /// <summary>What would be states of entries that are not booked, under a name that may mean something else: it is told.</summary>
    public static IEnumerable<string> Doubtful(CsvTable table, IReadOnlySet<int> taken) => !table.Header.Exists ? [] : table.Columns
        .Where(column => MayHoldStates(table, column, taken) && MayBeStates(column))
        .SelectMany(column => column.Distinct.Keys.Where(text => Of(text) == CsvStatus.NotBooked));

    private static bool MayHoldStates(CsvTable table, CsvColumn column, IReadOnlySet<int> taken) =>
        !taken.Contains(column.Index) && !table.Given.ContainsValue(column.Index) && !column.IsDate && !column.IsAmount
        && column.Distinct.Count is > 1 and <= MostStates;

    /// <summary>
    /// Beside words for both directions one that says that the balance was not moved, as of authorisations: such rows are not booked.
    /// </summary>
    public static void LeaveOutWithoutImpact(CsvTable table)
    {
        foreach (var column in table.Columns.Where(column => column.IsText && column.Distinct.Count is > 1 and <= MostStates))
        {
            List<string> words = [.. column.Distinct.Keys.Select(text => CsvDirections.Key(text))];
            var known = words.Where(word => !NoImpact.Contains(word)).ToArray();
            if (known.Length == words.Count || known.Any(word => CsvDirections.IsUnknown(word))) continue;
            if (!CsvHeaderNames.SpeaksOfImpact(column.Header) && !CsvDirections.AreBothIn(known)) continue;
            for (var i = 0; i < table.MoneyRows.Length; i++)
            {
                var isWithout = NoImpact.Contains(CsvDirections.Key(table.Rows[i][column.Index]));
                if (isWithout && table.IsEntry(i)) table.MoneyRows[i] = CsvRowKind.NotBooked;
            }
        }
    }

    private static bool BeginsAsNotBooked(string folded) => Stems.Any(stem => stem[0] >= '\u3040'
        ? folded.Contains(stem, StringComparison.Ordinal)
        : folded.StartsWith(stem, StringComparison.Ordinal));
}
