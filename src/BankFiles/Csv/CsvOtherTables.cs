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
            if (IsHeader(table.Rows[i])) isOther = !IsSame(table.Rows[i], table.Header.Names);
            if (isOther) table.MoneyRows[i] = CsvRowKind.OtherTable;
        }
    }

    private static bool IsHeader(CsvRecord row)
    {
        var fields = row.Fields;
        if (fields.Length < 2 || fields[0].Length > 40) return false;
        foreach (var field in fields)
        {
            if (field.AsSpan().ContainsAnyInRange('0', '9')) return false;
        }

        return CsvHeaderNames.NamesDateAndAmount(fields);
    }

    private static bool IsSame(CsvRecord row, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!row[i].Trim().Equals(names[i].AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
