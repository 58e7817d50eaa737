namespace MyBudget.BankFiles.Csv;

/// <summary>Reads the date formats that people write, in the notations of .NET, Java and spreadsheets.</summary>
internal static class CsvDatePattern
{
    private const int Longest = 60;

    /// <summary>
    /// The letters d, M and y of a pattern and what separates them. Weekdays, times and quoted texts are taken out; empty
    /// where something is left that stands in no date.
    /// </summary>
    public static string Parts(string pattern)
    {
        if (pattern.Length > Longest) return "";
        var parts = new StringBuilder();
        var isUpper = !pattern.Contains('d', StringComparison.Ordinal) && pattern.Contains('D', StringComparison.Ordinal);
        for (var at = 0; at < pattern.Length;)
        {
            var length = 1;
            while (at + length < pattern.Length && pattern[at + length] == pattern[at]) length++;
            if (!TryAdd(parts, pattern, at, length, isUpper, out var next)) return "";
            at = next;
        }

        return parts.ToString().Trim(' ', ',', 'T');
    }

    private static bool TryAdd(StringBuilder parts, string pattern, int at, int length, bool isUpper, out int next)
    {
        next = at + length;
        var c = pattern[at];
        if (c == '\'')
        {
            var end = pattern.IndexOf('\'', at + 1);
            next = end < 0 ? next : end + 1;
            return true;
        }

        if ((c == 'd' && length > 2)
            || c is 'E' or 'H' or 'h' or 's' or 'S' or 't' or 'f' or 'F' or 'K' or 'z' or 'Z' or 'X' or 'a' or ':' or 'T')
            return true;
        if (c == 'm') return IsMonth(pattern) ? Append(parts, 'M', length) : true;
        if (c == 'L') return Append(parts, 'M', length);
        if (c is 'D' or 'Y' && (isUpper || c == 'Y')) return Append(parts, char.ToLowerInvariant(c), length);
        if (c == 'u') return Append(parts, 'y', length);
        return (c is 'd' or 'M' or 'y' or '-' or '/' or '.' or ' ' or ',' or '\u00A0' || CsvTimeOfDay.IsDateMark(c))
            && Append(parts, c, length);
    }

    /// <summary>Small letters for the month, where there are neither large ones nor hours.</summary>
    private static bool IsMonth(string pattern) =>
        !pattern.Contains('M', StringComparison.Ordinal) && !pattern.Contains('H', StringComparison.OrdinalIgnoreCase);

    private static bool Append(StringBuilder parts, char c, int length)
    {
        parts.Append(c, length);
        return true;
    }
}
