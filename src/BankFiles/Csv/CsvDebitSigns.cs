namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Which sign is money out in a column for it that has both: some banks write what is spent there with a minus, others without, and what is
/// taken back the other way. The balance tells, else the greater number; where there are as many of each, it is asked.
/// </summary>
internal static class CsvDebitSigns
{
    public static CsvAmountSource Decide(CsvTable table, CsvAmountSource source)
    {
        if (source.Debit is not { } column) return source;
        var amounts = table.EntryValues(column);
        var (positive, negative) = (amounts.Count(amount => amount > 0), amounts.Count(amount => amount < 0));
        if (positive == 0 || negative == 0) return source;
        var (minusIsOut, plusIsOut) = (With(source, 1), With(source, -1));
        var isMinus = CsvWordEvidence.IsProof(table, minusIsOut, CsvSignedAmounts.Of(table, minusIsOut));
        var isPlus = CsvWordEvidence.IsProof(table, plusIsOut, CsvSignedAmounts.Of(table, plusIsOut));
        if (isMinus != isPlus) return isMinus ? minusIsOut : plusIsOut;
        if (positive != negative) return negative > positive ? minusIsOut : plusIsOut;

        if (table.Mapping.Negate is { } negate) return (negate ? plusIsOut : minusIsOut) with { IsNegateOfDebit = true };
        if (table.Options.Hints?.Settled.OutNegative is { } settled)
        {
            table.Options.Hints.Use("negate");
            return settled ? minusIsOut : plusIsOut;
        }

        throw table.Needed(
            "direction-needed",
            $"The column '{BankText.Excerpt(table.Columns[column].Header)}' is for money out, and has as many amounts with a minus as "
            + "without. Say `negate`: false where those with a minus are money out, true where they are what was taken back.",
            ["false", "true"]);
    }

    private static CsvAmountSource With(CsvAmountSource source, int factor) =>
        source with { DebitFactor = factor, OutNegative = factor > 0 };
}
