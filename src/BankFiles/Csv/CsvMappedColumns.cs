namespace MyBudget.BankFiles.Csv;

/// <summary>The columns that the user gave, by header or by index.</summary>
internal static class CsvMappedColumns
{
    /// <summary>There is no such column: the amounts have the fees already, or the accounts are those of others.</summary>
    public const string None = "none";

    public static bool IsNone(string? column) => string.Equals(column?.Trim(), None, StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<(CsvRole Role, string Column)> Given(CsvMapping mapping) =>
        new (CsvRole Role, string? Column)[]
        {
            (CsvRole.Date, mapping.Date), (CsvRole.ValueDate, mapping.ValueDate),
            (CsvRole.Amount, mapping.Amount), (CsvRole.Debit, mapping.Debit), (CsvRole.Credit, mapping.Credit),
            (CsvRole.Indicator, mapping.Indicator), (CsvRole.Payee, mapping.Payee), (CsvRole.Payer, mapping.Payer),
            (CsvRole.Memo, mapping.Memo),
            (CsvRole.Fee, mapping.Fee),
            (CsvRole.BankId, mapping.BankId), (CsvRole.CheckNumber, mapping.CheckNumber), (CsvRole.Currency, mapping.Currency),
            (CsvRole.Category, mapping.Category), (CsvRole.Balance, mapping.Balance), (CsvRole.Account, mapping.Account),
            (CsvRole.Status, mapping.Status),
        }
        .Where(g => !string.IsNullOrWhiteSpace(g.Column) && !(g.Role is CsvRole.Fee or CsvRole.Account && IsNone(g.Column)))
        .Select(g => (g.Role, g.Column!.Trim()));

    /// <summary>As the mapping calls it.</summary>
    public static string NameOf(CsvRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    public static CsvRole? RoleOf(string name) =>
        Enum.TryParse<CsvRole>(name, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null;

    /// <summary>Those that can only be a header's text.</summary>
    public static List<string> GivenNames(CsvMapping mapping) =>
        Given(mapping).Select(g => g.Column).Where(c => !IsIndex(c, out _)).ToList();

    public static int? IndexOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].AsSpan().Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        var normalized = CsvWords.Fold(name);
        for (var i = 0; normalized.Length > 0 && i < headers.Count; i++)
        {
            if (string.Equals(CsvWords.Fold(headers[i]), normalized, StringComparison.Ordinal)) return i;
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
