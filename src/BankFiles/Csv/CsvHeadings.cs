using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Rows under a heading that says that they are not booked yet, such as "Pending transactions", or never will be, such as "Declined", until
/// the next heading.
/// </summary>
internal static class CsvHeadings
{
    private const int LongestHeading = 60;
    private const int NearestLines = 3;

    private const int MostWords = 5;

    /// <summary>"Without pending entries", "booked and pending".</summary>
    private static readonly FrozenSet<string> Others = CsvWords.States["NotPendingHeading"].ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = CsvWords.States["PendingHeading"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The state of each row; null where there is no such heading.</summary>
    public static CsvStatus[]? Find(CsvTable table)
    {
        if (!table.Header.Exists) return null;
        var above = table.Preamble;
        var state = CsvStatus.Booked;
        for (var i = Math.Max(0, above.Length - NearestLines); i < above.Length; i++) state = Says(above[i]) ?? state;
        CsvStatus[]? states = null;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            state = Says(table.Rows[i]) ?? state;
            if (state != CsvStatus.Booked) (states ??= new CsvStatus[table.Rows.Length])[i] = state;
        }

        return states;
    }

    /// <summary>Null where the row is no heading: one text alone.</summary>
    private static CsvStatus? Says(CsvRecord row)
    {
        ReadOnlySpan<char> heading = [];
        for (var column = 0; column < row.Count; column++)
        {
            var text = row[column];
            if (text.IsEmpty) continue;
            if (!heading.IsEmpty) return null;
            heading = text;
        }

        // How many there are may stand behind it.
        if (heading.IndexOf('(') is var bracket and > 0) heading = heading[..bracket];
        if (heading.Length is < 3 or > LongestHeading || heading.ContainsAnyInRange('0', '9')) return null;
        var folded = CsvWords.Fold(heading);
        if (Words.Contains(folded)) return CsvStatus.Pending;
        var words = folded.Split(' ');
        if (words.Length > MostWords) return CsvStatus.Booked;
        var (phrase, rest) = Phrase(words);
        if (phrase && !rest.Any(Others.Contains)) return CsvStatus.Pending;
        return words.Any(CsvStatusWords.SpeaksOfNotBooked) && !words.Any(Others.Contains) ? CsvStatus.NotBooked : CsvStatus.Booked;
    }

    /// <summary>Whether some words in a row are such ones, and those beside them.</summary>
    private static (bool IsFound, IEnumerable<string> Others) Phrase(string[] words)
    {
        for (var length = words.Length; length > 0; length--)
        {
            for (var from = 0; from + length <= words.Length; from++)
            {
                var end = from + length;
                if (Words.Contains(string.Join(' ', words[from..end]))) return (true, [.. words[..from], .. words[end..]]);
            }
        }

        return (false, words);
    }
}
