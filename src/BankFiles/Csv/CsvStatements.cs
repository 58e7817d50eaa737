namespace MyBudget.BankFiles.Csv;

/// <summary>Gathers the rows of a file into statements, one for each account that its account column names.</summary>
internal sealed class CsvStatements(CsvColumns columns, char decimalSeparator, string? account, string? currency)
{
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly List<Group> _inOrder = [];

    public void Add(CsvRecord row, BankEntry? entry, RejectedLine? rejected)
    {
        // A rejected row's account field is not to be trusted.
        var group = entry is null && _inOrder.Count > 0 ? _inOrder[^1] : GroupOf(entry is null ? [] : row[columns.Account]);
        if (entry is null)
        {
            group.Rejected.Add(rejected!);
            return;
        }

        group.Entries.Add(entry);
        group.Balances.Add(BankAmount.TryParse(row[columns.Balance], decimalSeparator, out var balance) ? balance : null);
    }

    /// <summary>False where a column taken for identifiers repeats itself; its values are then dropped.</summary>
    public bool HaveUniqueIds() => _inOrder.TrueForAll(g => BankIds.AreUnique(g.Entries));

    public List<BankStatement> ToStatements(bool keepIds)
    {
        if (_inOrder.Count == 0) GroupOf([]);
        return _inOrder.ConvertAll(group => new BankStatement(
            group.Account ?? account,
            AccountKind: null,
            CommonCurrency(group.Entries) ?? currency,
            keepIds ? group.Entries : group.Entries.ConvertAll(e => e with { BankId = null }),
            group.Rejected,
            ClosingBalance(group)));
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

        group = new Group { Account = BankText.Clean(field) };
        _inOrder.Add(group);
        return found[field] = group;
    }

    private static string? CommonCurrency(List<BankEntry> entries)
    {
        if (entries.Count == 0) return null;
        var first = entries[0].Currency;
        return entries.TrueForAll(e => string.Equals(e.Currency, first, StringComparison.Ordinal)) ? first : null;
    }

    /// <summary>Banks list the newest entry first or last; within a single day the running balance tells which.</summary>
    private static StatementBalance? ClosingBalance(Group group)
    {
        if (group.Entries.Count == 0) return null;
        var (first, last) = (group.Entries[0], group.Entries[^1]);
        var isNewestFirst = first.Date > last.Date
            || (first.Date == last.Date && group.Entries.Count > 1 && group.Balances[0] != group.Balances[1] - group.Entries[1].Amount);
        var closing = isNewestFirst ? group.Balances[0] : group.Balances[^1];
        return closing is { } amount ? new StatementBalance(amount, isNewestFirst ? first.Date : last.Date) : null;
    }

    private sealed class Group
    {
        public string? Account { get; set; }
        public List<BankEntry> Entries { get; } = [];
        public List<decimal?> Balances { get; } = [];
        public List<RejectedLine> Rejected { get; } = [];
    }
}
