namespace MyBudget.BankFiles.Csv;

/// <summary>Decides whether a column of fees is part of what the amounts say.</summary>
internal sealed class CsvFeeChoice(CsvTable table, CsvNames names)
{
    /// <summary>A fee is part of what left the account if the balance moves by it, or if nobody can tell and the user says so.</summary>
    public CsvAmountSource With(CsvAmountSource source)
    {
        if (CsvMappedColumns.IsNone(table.Mapping.Fee)) return source;
        var isGiven = table.Given.TryGetValue(CsvRole.Fee, out var given);
        var column = isGiven ? table.Columns[given] : names.Best(CsvRole.Fee);
        if (column is null || column.Positive + column.Negative == 0 || source.Columns.Contains(column.Index)) return source;
        var factor = column.Negative > column.Positive ? 1 : -1;
        if (isGiven) return source with { Fee = column.Index, FeeFactor = factor };
        if (names.Of(CsvRole.Amount).Exists(amount => CsvWords.Fold(amount.Header) is "net" or "net amount" or "total")) return source;

        if (source.Balance is { } balance && ProvesFee(source, column.Index, factor, table.Values(balance)) is { } isFee)
            return isFee ? source with { Fee = column.Index, FeeFactor = factor } : source;
        if (table.Options.Hints is { NoFee: true } hints)
        {
            hints.Use("fee");
            return source;
        }

        throw table.Needed(
            "layout-needed",
            $"It is not clear whether the amounts include what is in the column '{column.Header}'. Say `fee`: that column, or `none` where "
            + "they do.",
            [column.Header, CsvMappedColumns.None]);
    }

    /// <summary>How the balance moves where there is a fee; null where it shows nothing.</summary>
    private bool? ProvesFee(CsvAmountSource source, int column, int factor, decimal?[] balances)
    {
        var amounts = table.EntryValues(source.Amount!.Value).Select(amount => amount is { } value ? source.Signed(value) : amount)
            .ToArray();
        var fees = table.Values(column);
        var withFee = amounts.Select((amount, i) => amount is null ? null : amount + (factor * (fees[i] ?? 0))).ToArray();
        foreach (var (values, isFee) in new[] { (withFee, true), (amounts, false) })
        {
            var walk = CsvBalance.Walk(values, balances);
            if (!walk.IsProof) continue;
            var disagreeing = CsvBalance.Disagreeing(walk, values, balances);
            var first = Array.Find(walk.Order, i => balances[i] is not null);
            var agreeing = Enumerable.Range(0, values.Length).Where(i => i != first && balances[i] is not null && !disagreeing.Contains(i));
            if (agreeing.Any(i => fees[i] is not (null or 0))) return isFee;
        }

        return null;
    }
}
