namespace MyBudget.BankFiles.Csv;

/// <summary>Two columns with the same amounts in every row, of which one has their signs.</summary>
internal static class CsvTwinAmounts
{
    /// <summary>Beside amounts without signs, the column that has them with signs, whatever it is called.</summary>
    public static CsvColumn? SignedOf(CsvTable table, CsvNames names, CsvColumn found)
    {
        if (found.IsSigned) return null;
        return table.Columns.FirstOrDefault(other => other.IsSigned && other.IsAmount && !other.IsDate
            && !table.Given.ContainsValue(other.Index) && !names.IsNamed(other, CsvRole.Fee, CsvRole.Balance) && Are(table, found, other));
    }

    public static bool Are(CsvTable table, CsvColumn one, CsvColumn other)
    {
        if (one.IsSigned == other.IsSigned) return false;
        var (ones, others) = (table.EntryValues(one.Index), table.EntryValues(other.Index));
        for (var i = 0; i < ones.Length; i++)
        {
            if (Size(ones[i]) != Size(others[i])) return false;
        }

        return true;
    }

    private static decimal? Size(decimal? amount) => amount is { } value ? Math.Abs(value) : null;
}
