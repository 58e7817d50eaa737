namespace MyBudget.BankFiles.Csv;

/// <summary>How dates were written in earlier files, for one whose own dates do not tell.</summary>
internal static class CsvSettledDates
{
    /// <summary>Whether nearly every row that holds anything holds a date that is written so.</summary>
    public static bool Reads(ReadOnlySpan<CsvRecord> rows, int column, string? pattern)
    {
        if (Format(pattern) is not { } format) return false;
        int read = 0, other = 0;
        foreach (var row in rows)
        {
            if (row[column].IsEmpty) continue;
            if (format.TryParse(row[column], out _)) read++;
            else other++;
        }

        return read > 0 && other * 10 <= read;
    }

    /// <summary>The order among those that are open; null where none of them was settled.</summary>
    public static CsvDateOrder? Among(List<CsvDateOrder> open, string? pattern) =>
        Format(pattern)?.ShortOrder is { } order && open.Contains(order) ? order : null;

    public static CsvDateFormat? Format(string? pattern)
    {
        try
        {
            return string.IsNullOrWhiteSpace(pattern) ? null : CsvDateFormat.FromPattern(pattern);
        }
        catch (BankFileException)
        {
            return null;
        }
    }
}
