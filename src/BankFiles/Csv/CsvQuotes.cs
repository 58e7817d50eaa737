namespace MyBudget.BankFiles.Csv;

/// <summary>How a file quotes its fields, told by the whole of it.</summary>
internal static class CsvQuotes
{
    /// <summary>
    /// A backslash before a quote escapes it where that quote cannot close a field; otherwise it may be a text's last
    /// letter: <c>"C:\"</c>.
    /// </summary>
    public static bool Escapes(string text, char delimiter, char quote)
    {
        for (var at = text.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf('\\', at + 1))
        {
            if (text[at + 1] == quote && text[at + 2] != delimiter && text[at + 2] != quote && text[at + 2] is not ('\r' or '\n'))
                return true;
        }

        return false;
    }

    /// <summary>Single quotes are quotes where the table's first lines begin with them and hold no double ones.</summary>
    public static bool IsSingle(string text, char delimiter)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        return !head.Contains('"') && head.StartsWith("'") && head.Count($"'{delimiter}'") >= 2;
    }
}
