namespace MyBudget.BankFiles.Csv;

/// <summary>Reads the signed amount of a row.</summary>
internal sealed class CsvRowAmounts(CsvAmountSource source, CsvLayout layout)
{
    /// <summary>Answers what is wrong; null where the amount is read.</summary>
    public (string Code, string Reason)? Read(CsvRecord row, int index, out decimal amount)
    {
        var problem = source.Amount is { } column ? ReadAmount(row, column, index, out amount) : ReadDebitOrCredit(row, out amount);
        // Where the bank takes nothing but a fee, that is the entry.
        var isMissing = problem?.Code == "missing-amount";
        if ((problem is not null && !isMissing) || source.Fee is not { } fee) return problem;
        var ofFee = ReadCell(row, fee, out var taken);
        amount += source.FeeFactor * taken.GetValueOrDefault();
        return ofFee ?? (isMissing && taken is null or 0 ? problem : null);
    }

    private (string Code, string Reason)? ReadAmount(CsvRecord row, int column, int index, out decimal amount)
    {
        var problem = ReadCell(row, column, out var written);
        amount = written.GetValueOrDefault();
        if (problem is not null) return problem;
        if (written is null) return ("missing-amount", "The row has no amount.");
        if (ReadDirection(row, index, ref amount) is { } unclear) return unclear;
        amount = source.Signed(amount);
        return null;
    }

    private (string Code, string Reason)? ReadDirection(CsvRecord row, int index, ref decimal amount)
    {
        if (source.ByBalance is { } byBalance)
        {
            if (byBalance[index] == CsvDirection.Unknown && amount != 0)
                return ("bad-indicator", "The running balance does not show which way the money went.");
            amount = byBalance[index] == CsvDirection.Out ? -Math.Abs(amount) : Math.Abs(amount);
        }

        if (source is not { Indicator: { } indicator, Directions: { } directions }) return null;
        var direction = directions.Of(source.WordOf(row));
        if (direction == CsvDirection.Unknown)
            return ("bad-indicator", $"'{BankText.Excerpt(row[indicator])}' tells neither debit nor credit.");
        amount = directions.Turn(amount, direction);
        return null;
    }

    /// <summary>Zero beside the other column's amount is how some banks leave blank.</summary>
    private (string Code, string Reason)? ReadDebitOrCredit(CsvRecord row, out decimal amount)
    {
        var (ofDebit, ofCredit) = (ReadCell(row, source.Debit, out var debit), ReadCell(row, source.Credit, out var credit));
        amount = source.Signed(debit is not (null or 0) ? debit.Value * source.DebitFactor : (credit ?? 0) * source.CreditFactor);
        if ((ofDebit ?? ofCredit) is { } problem) return problem;
        if (debit is null && credit is null) return ("missing-amount", "The row has neither a debit nor a credit.");
        var hasBoth = debit is not (null or 0) && credit is not (null or 0);
        return hasBoth ? ("bad-amount", "The row has both a debit and a credit.") : null;
    }

    private (string Code, string Reason)? ReadCell(CsvRecord row, int? column, out decimal? amount)
    {
        amount = null;
        var text = row[column];
        if (AmountMarks.IsBlank(text)) return null;
        if (!BankAmount.TryParse(text, layout.DecimalSeparator, out var value))
            return ("bad-amount", $"'{BankText.Excerpt(text)}' is not an amount.");
        amount = value;
        return null;
    }
}
