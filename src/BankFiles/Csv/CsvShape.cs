namespace MyBudget.BankFiles.Csv;

/// <summary>By what two files are told to have the same columns.</summary>
internal static class CsvShape
{
    /// <summary>By the names of the columns, without numbers: some banks put the day or the account into them.</summary>
    public static string OfHeader(IReadOnlyList<string> names, bool isSheet)
    {
        var folded = names.Select(name => new string([.. CsvWords.Fold(name).Where(c => !char.IsAsciiDigit(c))]).Trim()).ToList();
        while (folded is [.., ""]) folded.RemoveAt(folded.Count - 1);
        return Digest(string.Join('\n', folded.Prepend(isSheet ? "sheet" : "text")));
    }

    /// <summary>Without names: by how many columns there are, and which of them hold the dates.</summary>
    public static string OfRow(CsvRecord row, bool isSheet)
    {
        var fields = row.Fields;
        var dates = Enumerable.Range(0, row.Count).Where(i => CsvDateParts.TrySplit(fields[i], out _));
        return Digest($"{(isSheet ? "sheet" : "text")} {row.Count}: {string.Join(' ', dates)}");
    }

    /// <summary>Null where the table has neither a header nor a dated row.</summary>
    public static string? Of(List<CsvRecord> records, CsvHeader header, bool isSheet)
    {
        if (header.Exists) return OfHeader(header.Names, isSheet);
        return header.FirstRow < records.Count ? OfRow(records[header.FirstRow], isSheet) : null;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
