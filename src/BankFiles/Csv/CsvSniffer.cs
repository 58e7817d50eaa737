namespace MyBudget.BankFiles.Csv;

/// <summary>Finds the delimiter by trying each on the beginning of the file.</summary>
internal static class CsvSniffer
{
    private const int SampleBytes = 1 << 15;
    private const int SampleRecords = 100;
    private static readonly string[] Candidates = [";", "\t", "|", ","];

    /// <summary>Excel's own first line, <c>sep=;</c>; null where there is none.</summary>
    public static string? DeclaredDelimiter(ReadOnlySpan<byte> text)
    {
        var line = Encoding.Latin1.GetString(text[..Math.Min(text.Length, 6)]);
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 5 && CanDelimit(line[4]) && line[5] is '\r' or '\n'
            ? line[4..5]
            : null;
    }

    public static bool CanDelimit(char c) => c == '\t' || (c is > ' ' and <= '~' and not '"' && !char.IsAsciiLetterOrDigit(c));

    /// <summary>
    /// The best delimiter gives a header that names a date and an amount; else most records of one width that hold a date;
    /// else the greatest width.
    /// </summary>
    public static string Delimiter(ReadOnlyMemory<byte> text, int skipLines)
    {
        var sample = text[..Math.Min(text.Length, SampleBytes)];
        var best = Candidates
            .Select(delimiter => (Delimiter: delimiter, Score: Score(CsvRecords.Read(sample, skipLines, delimiter, SampleRecords))))
            .MaxBy(c => c.Score);
        if (best.Score.Rows == 0)
            throw new BankFileException(
                "unknown-format", "The file is no table of entries with several columns, nor of another format that can be imported.");
        return best.Delimiter;
    }

    private static (int Header, int Dates, int Rows, int Width) Score(List<CsvRecord> records)
    {
        if (Width(records) is not { } width || width < 2) return default;
        var header = records.Take(CsvHeader.MaxPreamble).Any(r => CsvHeaderNames.NamesDateAndAmount(r.Fields));
        var regular = records.Where(r => r.Count == width).ToList();
        var dates = regular.Any(r => r.Fields.Take(CsvRecords.MaxFields).Any(f => CsvDateParts.TrySplit(f, out _)));
        return (header ? 1 : 0, dates ? 1 : 0, regular.Count, width);
    }

    /// <summary>The number of fields that most records have, of those with more than one.</summary>
    public static int? Width(IEnumerable<CsvRecord> records) => records
        .Where(r => r.Count > 1)
        .GroupBy(r => r.Count)
        .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key)
        .Select(g => (int?)g.Key)
        .FirstOrDefault();
}
