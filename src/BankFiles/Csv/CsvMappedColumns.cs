namespace MyBudget.BankFiles.Csv;

/// <summary>The columns that the user gave, by header or by index.</summary>
internal static class CsvMappedColumns
{
    public static IEnumerable<(CsvRole Role, string Column)> Given(CsvMapping mapping) =>
        new (CsvRole Role, string? Column)[]
        {
            (CsvRole.Date, mapping.Date), (CsvRole.Amount, mapping.Amount), (CsvRole.Debit, mapping.Debit), (CsvRole.Credit, mapping.Credit),
            (CsvRole.Indicator, mapping.Indicator), (CsvRole.Payee, mapping.Payee), (CsvRole.Memo, mapping.Memo),
            (CsvRole.BankId, mapping.BankId), (CsvRole.CheckNumber, mapping.CheckNumber), (CsvRole.Currency, mapping.Currency),
            (CsvRole.Category, mapping.Category), (CsvRole.Balance, mapping.Balance), (CsvRole.Account, mapping.Account),
            (CsvRole.Status, mapping.Status),
        }
        .Where(g => !string.IsNullOrWhiteSpace(g.Column))
        .Select(g => (g.Role, g.Column!.Trim()));

    /// <summary>Those that can only be a header's text.</summary>
    public static List<string> GivenNames(CsvMapping mapping) =>
        Given(mapping).Select(g => g.Column).Where(c => !IsIndex(c, out _)).ToList();

    public static int? IndexOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        var normalized = CsvHeaderNames.Normalize(name);
        for (var i = 0; normalized.Length > 0 && i < headers.Count; i++)
        {
            if (string.Equals(CsvHeaderNames.Normalize(headers[i]), normalized, StringComparison.Ordinal)) return i;
        }

        return null;
    }

    public static Dictionary<CsvRole, int> Resolve(CsvMapping mapping, CsvHeader header, int width) =>
        Given(mapping).ToDictionary(g => g.Role, g => Resolve(g.Column, header, width));

    private static int Resolve(string column, CsvHeader header, int width)
    {
        if (IndexOf(header.Names, column) is { } named) return named;
        if (IsIndex(column, out var index) && index < width) return index;
        throw new BankFileException("unknown-column", $"The file has no column '{BankText.Excerpt(column)}'.", header.Names);
    }

    private static bool IsIndex(string column, out int index) =>
        int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out index);
}
