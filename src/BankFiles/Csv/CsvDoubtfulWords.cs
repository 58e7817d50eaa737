namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Words that would tell money out from money in, in a column whose name speaks of something else. Signs that the user says to be right,
/// or that were settled so, are; otherwise it is asked.
/// </summary>
internal static class CsvDoubtfulWords
{
    public static CsvAmountSource Decide(CsvTable table, CsvAmountSource source, CsvColumn column, decimal?[] amounts)
    {
        // Who says which column has the amounts, and nothing of words, means the signs that stand there.
        if (table.Said.Contains(CsvRole.Amount) && amounts.Any(amount => amount < 0)) return source with { IsAsWritten = true };
        if (table.Options.Hints is { Negate: { } negate } hints)
        {
            hints.Use("negate");
            return source with { Negate = negate };
        }

        List<string> words = [.. column.Distinct.Keys.Select(word => CsvDirections.Key(word)).Distinct()];
        if (column.Blank > 0) words.Add("");
        var name = column.Header.Length > 0 ? column.Header : column.Index.ToString(CultureInfo.InvariantCulture);
        throw table.Needed(
            "direction-needed",
            $"Words in the column '{BankText.Excerpt(name)}' may tell money out from money in, or something else. Say that column as "
            + "`indicator` and in `indicatorOut` which words are money out; or `negate` if the words say nothing of it: false where signs "
            + "are right (of amounts without signs, where all is money in), true where they are to be turned.",
            words);
    }
}
