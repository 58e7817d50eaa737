using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>Rows under a heading that says that they are not booked yet, such as "Pending transactions", until the next heading.</summary>
internal static class CsvPendingRows
{
    private const int LongestHeading = 60;
    private const int NearestLines = 3;

    private const int MostWords = 4;

    /// <summary>"Without pending entries", "booked and pending".</summary>
    private static readonly FrozenSet<string> Others = CsvWords.States["NotPendingHeading"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = CsvWords.States["PendingHeading"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null where there is no such heading.</summary>
    public static bool[]? Find(CsvTable table)
    {
        if (!table.Header.Exists) return null;
        var above = table.Preamble;
        var isPending = false;
        for (var i = Math.Max(0, above.Length - NearestLines); i < above.Length; i++) isPending = Says(above[i]) ?? isPending;
        bool[]? pending = null;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            isPending = Says(table.Rows[i]) ?? isPending;
            if (isPending) (pending ??= new bool[table.Rows.Length])[i] = true;
        }

        return pending;
    }

    /// <summary>Null where the row is no heading: one text alone.</summary>
    private static bool? Says(CsvRecord row)
    {
        ReadOnlySpan<char> heading = [];
        for (var column = 0; column < row.Count; column++)
        {
            var text = row[column];
            if (text.IsEmpty) continue;
            if (!heading.IsEmpty) return null;
            heading = text;
        }

        if (heading.Length is < 3 or > LongestHeading || heading.ContainsAnyInRange('0', '9')) return null;
        var folded = CsvWords.Fold(heading);
        if (Words.Contains(folded)) return true;
        var words = folded.Split(' ');
        return words.Length <= MostWords && words.Any(Words.Contains) && !words.Any(Others.Contains);
    }
}
