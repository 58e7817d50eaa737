namespace MyBudget.BankFiles.Csv;

/// <summary>Amounts of which some are marked as money in, such as <c>100.00 CR</c> or <c>+100.00</c>, and the others are not marked.</summary>
internal static class CsvMarkedAmounts
{
    /// <summary>The mark as a word of direction; empty where there is none.</summary>
    public static string MarkOf(ReadOnlySpan<char> cell)
    {
        var text = AmountMarks.StripCurrency(AmountMarks.Unwrap(cell)).TrimEnd('.');
        if (text.IsEmpty) return "";
        var end = text.Length;
        while (end > 0 && char.IsAsciiLetter(text[end - 1])) end--;
        if (text.Length - end is 1 or 2 && end > 0) return CsvDirections.Key(text[end..]);
        return text[0] == '+' || text[^1] == '+' ? "+" : "";
    }

    /// <summary>Null where all amounts are marked alike; what the balances do not prove is asked.</summary>
    public static CsvAmountSource? Of(CsvTable table, CsvAmountSource source, int column)
    {
        var amounts = table.EntryValues(column);
        var directions = new CsvDirection[amounts.Length];
        var marks = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is null or 0) continue;
            var mark = MarkOf(table.Rows[i][column]);
            marks.Add(mark);
            directions[i] = mark.Length == 0 ? CsvDirection.Out : CsvDirection.In;
        }

        if (marks.Count < 2 || !marks.Contains("")) return null;
        if (IsProven(table, amounts, directions)) return source with { ByBalance = directions, Signs = CsvSigns.Balance };
        var name = table.Columns[column].Header is { Length: > 0 } header ? header : column.ToString(CultureInfo.InvariantCulture);
        throw table.Needed(
            "direction-needed",
            $"Some amounts are marked as money in, the others are not marked. Say `indicator`: '{BankText.Excerpt(name)}' with `indicatorIn`, "
            + "the marks of money in, where the others are money out; or `negate`: false where all of it is money in.",
            [.. marks]);
    }

    private static bool IsProven(CsvTable table, decimal?[] amounts, CsvDirection[] directions)
    {
        if (table.Options.IsDebt || CsvToldBalances.Of(table) is not { Opening: { } balance, Closing: { } closing }) return false;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } amount || Math.Abs(amount) > 1_000_000_000_000m) continue;
            balance += directions[i] == CsvDirection.Out ? -amount : amount;
        }

        return balance == closing;
    }
}
