namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Some files hold one table after another, each under the name of its account. Where the header comes again and the lines
/// before it name another account, the rows behind it are that account's; otherwise it is only a new page.
/// </summary>
internal sealed class CsvBlocks
{
    private const int MostLinesBetween = 12;
    private readonly List<(int From, string Account)> _blocks = [];
    private int _at;

    public CsvBlocks(CsvTable table)
    {
        if (!table.Header.Exists) return;
        var headers = Headers(table);
        if (headers.Count == 0) return;
        var first = AccountIn(table.Preamble);
        if (first is null) return;
        _blocks.Add((0, first));
        foreach (var header in headers)
        {
            var from = Math.Max(0, header - MostLinesBetween);
            if (AccountIn(table.Rows[from..header]) is { } account && account != _blocks[^1].Account) _blocks.Add((header, account));
        }

        if (_blocks.Count == 1) _blocks.Clear();
    }

    /// <summary>Of the rows in their order; empty where the file has no blocks.</summary>
    public ReadOnlySpan<char> AccountOf(int row)
    {
        if (_blocks.Count == 0) return [];
        while (_at + 1 < _blocks.Count && _blocks[_at + 1].From <= row) _at++;
        return _blocks[_at].Account;
    }

    private static List<int> Headers(CsvTable table)
    {
        var found = new List<int>();
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            if (row.Count < table.Header.Names.Count || row.Count == 0) continue;
            var isHeader = true;
            for (var c = 0; isHeader && c < table.Header.Names.Count; c++)
                isHeader = row[c].Equals(table.Header.Names[c], StringComparison.OrdinalIgnoreCase);
            if (isHeader) found.Add(i);
        }

        return found;
    }

    /// <summary>The last line wins: it stands nearest to its table.</summary>
    private static string? AccountIn(ReadOnlySpan<CsvRecord> lines)
    {
        if (CsvPreamble.Iban(lines[Math.Max(0, lines.Length - 3)..]) is { } iban) return iban;
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var fields = lines[i].Fields;
            // An entry between the header and the line: what stands before it belongs to another block.
            if (CsvHeader.IsEntry(lines[i])) return null;
            for (var c = 0; c < fields.Length; c++)
            {
                if (AccountIn(fields[c], c + 1 < fields.Length ? fields[c + 1] : "") is { } account) return account;
            }
        }

        return null;
    }

    /// <summary>"Account: 1234", or the name in one cell and the number in the next.</summary>
    private static string? AccountIn(string field, string next)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var label = colon < 0 ? field : field[..colon];
        if (label.Length is 0 or > 40 || !CsvHeaderNames.Find(label).Any(meaning => meaning.Role == CsvRole.Account)) return null;
        var value = colon >= 0 && colon + 1 < field.Length && !string.IsNullOrWhiteSpace(field[(colon + 1)..])
            ? field[(colon + 1)..]
            : next;
        return BankText.Clean(value);
    }
}
