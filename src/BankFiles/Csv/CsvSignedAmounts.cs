namespace MyBudget.BankFiles.Csv;

/// <summary>What the rows move by the columns that were chosen, before their fees are.</summary>
internal static class CsvSignedAmounts
{
    /// <param name="ofEntries">Otherwise also of rows that were left out.</param>
    public static decimal?[] Of(CsvTable table, CsvAmountSource source, bool ofEntries = true)
    {
        Func<int, decimal?[]> valuesOf = ofEntries ? table.EntryValues : table.Values;
        if (source.Amount is not { } column) return OfColumns(table, source, valuesOf);
        var amounts = valuesOf(column);
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } amount) continue;
            if (source.ByBalance is { } byBalance) amount = byBalance[i] == CsvDirection.Out ? -Math.Abs(amount) : Math.Abs(amount);
            if (source is { Indicator: not null, Directions: { } directions })
                amount = directions.Turn(amount, directions.Of(source.WordOf(table.Rows[i])));
            amounts[i] = source.Signed(amount);
        }

        return amounts;
    }

    private static decimal?[] OfColumns(CsvTable table, CsvAmountSource source, Func<int, decimal?[]> valuesOf)
    {
        var debits = source.Debit is { } debit ? valuesOf(debit) : new decimal?[table.Rows.Length];
        var credits = source.Credit is { } credit ? valuesOf(credit) : new decimal?[table.Rows.Length];
        return [.. debits.Select((spent, i) => spent is not (null or 0)
            ? source.Signed(spent.Value * source.DebitFactor)
            : (credits[i] ?? spent) is { } money ? source.Signed(money * source.CreditFactor) : (decimal?)null)];
    }
}
