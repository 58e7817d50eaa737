namespace MyBudget.BankFiles.Csv;

/// <summary>
/// What was settled before, as far as the user says nothing else for this file; and what of it was needed. Each part is asked for only
/// where the file proves nothing.
/// </summary>
internal sealed class CsvHints(SettledLayout settled, CsvMapping mapping)
{
    private static readonly CsvRole[] OfAmounts = [CsvRole.Amount, CsvRole.Debit, CsvRole.Credit, CsvRole.Indicator, CsvRole.Fee,
        CsvRole.Balance];

    private readonly HashSet<CsvRole> _said = [.. CsvMappedColumns.Given(mapping).Select(given => given.Role)];
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    public SettledLayout Settled => settled;

    public IReadOnlyCollection<string> Used => _used;

    /// <summary>The file says the opposite of what was settled, so that it has to be asked.</summary>
    public bool IsContradicted { get; private set; }

    public string? DateFormat => string.IsNullOrWhiteSpace(mapping.DateFormat) ? settled.DateFormat : null;

    public char? DecimalSeparator => mapping.DecimalSeparator is null ? settled.DecimalSeparator : null;

    public bool? Negate => mapping.Negate is null && !SaysAmounts ? settled.Negate : null;

    /// <summary>Beside a column that tells the direction signs are turned only where it was so beside that column before.</summary>
    public bool TurnsBeside(params ReadOnlySpan<CsvRole> roles)
    {
        foreach (var role in roles)
        {
            if (Negate == true && settled.Columns.ContainsKey(CsvMappedColumns.NameOf(role))) return true;
        }

        return false;
    }

    public bool NoFee => settled.NoFee && mapping.Fee is null && !SaysAmounts;

    public bool NoAccount => settled.NoAccount && mapping.Account is null;

    /// <summary>Whether the words of this column were settled; both lists are complete.</summary>
    public bool HasWords =>
        mapping.IndicatorOut is null && mapping.IndicatorIn is null && settled.IndicatorOut.Count + settled.IndicatorIn.Count > 0;

    private bool SaysAmounts => OfAmounts.Any(_said.Contains);

    /// <summary>Columns that the user does not give; those of the amounts belong together.</summary>
    public IEnumerable<(CsvRole Role, int Column)> Columns => settled.Columns
        .Select(column => (Role: CsvMappedColumns.RoleOf(column.Key), Column: column.Value))
        .Where(column => column.Role is { } role && !_said.Contains(role) && !(SaysAmounts && OfAmounts.Contains(role)))
        .Select(column => (column.Role!.Value, column.Column));

    public void Use(string part) => _used.Add(part);

    public void Contradict() => IsContradicted = true;
}
