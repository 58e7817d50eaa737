namespace MyBudget.BankFiles.Csv;

/// <summary>Gathers the rows of a file into statements, one for each account that its account column or its blocks name.</summary>
internal sealed class CsvStatements(CsvTable table, CsvLayout layout, CsvBlocks blocks, string? account, string? currency)
{
    private readonly CsvColumns _columns = layout.Columns;
    private readonly string? _only = layout.Columns.Account is { } column && table.Columns[column].Distinct is { Count: 1 } one
        ? one.Keys.First()
        : null;
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly List<Group> _inOrder = [];

    public void Add(int index, BankEntry? entry, RejectedLine? rejected)
    {
        var row = table.Rows[index];
        // A rejected row's account field is not to be trusted.
        var group = entry is null && _inOrder.Count > 0 ? _inOrder[^1] : GroupOf(entry is null ? [] : AccountOf(row, index));
        if (entry is null) group.Rejected.Add(rejected!);
        else group.Entries.Add(entry);
        var hasBalance = BankAmount.TryParse(row[_columns.Balance], layout.DecimalSeparator, out var balance);
        group.Balances.Add(row, entry, hasBalance ? balance : null, table.MoneyRows[index] is CsvRowKind.Balance or CsvRowKind.Total);
        if (rejected is not null && table.IsEntry(index) && rejected.Code is not "not-booked" && HoldsMoney(row, hasBalance))
            group.Balances.Miss();
    }

    /// <summary>An entry that cannot be read, other than a line of mere text.</summary>
    private bool HoldsMoney(CsvRecord row, bool hasBalance) =>
        hasBalance || BankAmount.TryParse(row[_columns.Amount ?? _columns.Debit], layout.DecimalSeparator, out _)
        || BankAmount.TryParse(row[_columns.Credit], layout.DecimalSeparator, out _)
        || (BankAmount.TryParse(row[_columns.Fee], layout.DecimalSeparator, out var fee) && fee != 0);

    /// <summary>False where a column taken for identifiers repeats itself; its values are then dropped.</summary>
    public bool HaveUniqueIds() => _inOrder.TrueForAll(g => BankIds.AreUnique(g.Entries));

    public List<BankStatement> ToStatements(bool keepIds, bool isDebt)
    {
        if (_inOrder.Count == 0) GroupOf([]);
        var told = CsvToldBalances.Of(table);
        return _inOrder.ConvertAll(group =>
        {
            if (!keepIds) group.Entries.DropIds(_ => true);
            var (check, lines) = group.Balances.Check(isDebt, _inOrder.Count == 1 ? told : default);
            return new BankStatement(
                group.Account ?? account, AccountKind: null, CommonCurrency(group.Entries) ?? currency,
                group.Entries, group.Rejected, group.Balances.Closing(table.Options.Currency))
            {
                BalanceCheck = check,
                Contradictions = lines,
            };
        });
    }

    private ReadOnlySpan<char> AccountOf(CsvRecord row, int index)
    {
        if (_columns.Account is null) return blocks.AccountOf(index);
        var text = row[_columns.Account];
        return text.IsEmpty && _only is not null ? _only : text;
    }

    private Group GroupOf(ReadOnlySpan<char> field)
    {
        var found = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (found.TryGetValue(field, out var group)) return group;
        // The lines rejected before the first entry belong with it.
        if (_inOrder is [{ Entries.Count: 0 } waiting])
        {
            waiting.Account = BankText.Clean(field);
            return found[field] = waiting;
        }

        // Nearly always all rows are of one account.
        group = new Group(_columns.Balance is not null, _inOrder.Count == 0 ? table.Rows.Length : 0) { Account = BankText.Clean(field) };
        _inOrder.Add(group);
        return found[field] = group;
    }

    private static string? CommonCurrency(BankEntries entries)
    {
        if (entries.Count == 0) return null;
        var first = entries[0].Currency;
        return entries.All(e => string.Equals(e.Currency, first, StringComparison.Ordinal)) ? first : null;
    }

    private sealed class Group(bool hasBalances, int rows)
    {
        public string? Account { get; set; }
        public BankEntries Entries { get; } = new();
        public CsvStatementBalances Balances { get; } = new(hasBalances, rows);
        public List<RejectedLine> Rejected { get; } = [];
    }
}
