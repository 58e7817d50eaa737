namespace MyBudget.BankFiles.Csv;

/// <summary>Finds what earlier files with the columns of this one settled.</summary>
internal static class CsvSettledSearch
{
    /// <summary>The first lines hold the header, or the first dated row.</summary>
    private const int Sample = 1 << 16;
    private const int SampleRecords = 2 * CsvHeader.MaxPreamble;

    public static SettledLayout? Find(DecodedText file, int skipLines, BankFileOptions options)
    {
        if (options.Settled.Count == 0) return null;
        var text = file.Utf8[..Math.Min(file.Utf8.Length, Sample)];
        var samples = new Dictionary<string, List<CsvRecord>>(StringComparer.Ordinal);
        foreach (var settled in options.Settled.Where(settled => settled.Delimiter.Length > 0))
        {
            if (!samples.TryGetValue(settled.Delimiter, out var records))
                samples.Add(settled.Delimiter, records = CsvRecords.Read(text, skipLines, settled.Delimiter, SampleRecords));
            if (IsOf(records, settled, options.Csv ?? new CsvMapping(), file.Encoding == CsvSource.Sheet)) return settled;
        }

        return null;
    }

    /// <summary>The text in an encoding that was settled, where that makes the columns the same.</summary>
    public static DecodedText? InEncoding(ReadOnlyMemory<byte> content, BankFileOptions options)
    {
        foreach (var settled in options.Settled.Where(settled => settled.Encoding is not null))
        {
            if (TextDecoding.TryDecodeAs(content, settled.Encoding!) is { } text
                && Find(text, 0, options with { Settled = [settled] }) is not null)
                return text with { Settled = "encoding" };
        }

        return null;
    }

    /// <summary>Where the header of that shape is; -1 without one.</summary>
    public static int HeaderOf(List<CsvRecord> records, SettledLayout settled, bool isSheet)
    {
        if (!settled.HasHeader) return -1;
        var limit = Math.Min(records.Count, CsvHeader.MaxPreamble);
        return records.FindIndex(0, limit, record => CsvShape.OfHeader(CsvHeader.NamesOf(record), isSheet) == settled.Shape);
    }

    private static bool IsOf(List<CsvRecord> records, SettledLayout settled, CsvMapping mapping, bool isSheet)
    {
        if (settled.HasHeader) return HeaderOf(records, settled, isSheet) >= 0;
        var header = CsvHeader.Find(records, mapping);
        return !header.Exists && CsvShape.Of(records, header, isSheet) == settled.Shape;
    }
}
