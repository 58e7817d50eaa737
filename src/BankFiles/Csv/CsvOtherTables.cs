namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Where another header follows, the rows behind it are of another table: read by the first one's columns, they would be misread.
/// </summary>
internal static class CsvOtherTables
{
    public static void Mark(CsvTable table)
    {
        if (!table.Header.Exists) return;
        var isOther = false;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (IsHeader(table.Rows[i], table.Header)) isOther = !IsSame(table.Rows[i], table.Header.Names);
            if (isOther) table.MoneyRows[i] = CsvRowKind.OtherTable;
        }
    }

    /// <summary>Names without any number, some of which are known; an entry has at least a day and an amount.</summary>
    public static bool IsHeader(CsvRecord row, CsvHeader header)
    {
        var fields = row.Fields;
        if (fields.Length < 2 || fields[0].Length > 40) return false;
        var filled = 0;
        foreach (var field in fields)
        {
            if (field.AsSpan().ContainsAnyInRange('0', '9')) return false;
            if (!string.IsNullOrWhiteSpace(field)) filled++;
        }

        if (CsvHeaderNames.NamesDateAndAmount(fields)) return true;
        return filled * 2 > header.Names.Count && filled > 2 && Known(fields) > 1 && fields.Any(CsvHeaderNames.NamesMoney);
    }

    private static int Known(string[] fields) => fields.Count(field => CsvHeaderNames.Find(field).Count > 0);

    private static bool IsSame(CsvRecord row, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!row[i].Trim().Equals(names[i].AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
