namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Rows that were left out, as not booked or as a total, though the running balance moves by them: the bank's balance knows better than a
/// word. They are entries.
/// </summary>
internal static class CsvMovedRows
{
    public static void Restore(CsvTable table, CsvAmountSource source)
    {
        if (source.Balance is not { } column || !table.MoneyRows.AsSpan().ContainsAny(CsvRowKind.Total, CsvRowKind.NotBooked)) return;
        var balances = table.Values(column);
        var amounts = CsvSignedAmounts.Of(table, source, ofEntries: false);
        if (source.Fee is { } taken)
        {
            var fees = table.Values(taken);
            for (var i = 0; i < amounts.Length; i++)
            {
                if (fees[i] is { } fee) amounts[i] = (amounts[i] ?? 0) + (source.FeeFactor * fee);
            }
        }

        var order = CsvBalance.Walk(CsvSignedAmounts.Of(table, source), balances, table.Order).Order;
        decimal? before = null;
        foreach (var i in order)
        {
            if (balances[i] is not { } after) continue;
            if (before is { } known && after != known && (table.MoneyRows[i] is CsvRowKind.Total or CsvRowKind.NotBooked)
                && amounts[i] is { } amount && Moves(after - known, amount, table, source))
            {
                table.SetMoved(i);
                if (source.ByBalance is { } directions) directions[i] = after < known ? CsvDirection.Out : CsvDirection.In;
            }

            before = after;
        }
    }

    /// <summary>What is owed, and amounts without signs, tell only how much.</summary>
    private static bool Moves(decimal step, decimal amount, CsvTable table, CsvAmountSource source) =>
        step == amount || (Math.Abs(step) == Math.Abs(amount) && (table.Options.IsDebt || source.ByBalance is not null));
}
