namespace MyBudget.BankFiles.Csv;

/// <summary>Decides whether a column of fees, or of amounts that nobody knows, is part of what the amounts say.</summary>
internal sealed class CsvFeeChoice(CsvTable table, CsvNames names)
{
    /// <summary>A fee is part of what left the account if the balance moves by it, or if nobody can tell and the user says so.</summary>
    public CsvAmountSource With(CsvAmountSource source)
    {
        if (CsvMappedColumns.IsNone(table.Mapping.Fee)) return source;
        if (table.Given.TryGetValue(CsvRole.Fee, out var given))
        {
            var said = table.Columns[given];
            return said.Positive + said.Negative == 0 || source.Columns.Contains(given) ? source : WithFee(source, said);
        }

        var columns = new CsvFeeColumns(table, names, source);
        if (columns.Open.Count == 0) return source with { IsWhole = columns.IsAnswered };
        if (names.Of(CsvRole.Amount).Exists(amount => CsvWords.Fold(amount.Header) is "net" or "net amount" or "total")) return source;

        var open = new List<CsvColumn>();
        foreach (var column in columns.Open)
        {
            var isFee = source.Balance is { } balance ? ProvesFee(source, column, table.Values(balance)) : null;
            if (isFee == true) return WithFee(source, column);
            if (isFee is null) open.Add(column);
        }

        if (open.Count == 0) return source;
        if (table.Options.Hints is { NoFee: true } hints)
        {
            hints.Use("fee");
            return source;
        }

        throw table.Needed(
            "layout-needed",
            $"It is not clear whether the amounts include what is in the column '{open[0].Header}'. Say `fee`: that column, or `none` where "
            + "they do, or where it has nothing to do with them.",
            [.. open.Select(NameOf), CsvMappedColumns.None]);
    }

    private static string NameOf(CsvColumn column) =>
        column.Header.Length > 0 ? column.Header : column.Index.ToString(CultureInfo.InvariantCulture);

    private static CsvAmountSource WithFee(CsvAmountSource source, CsvColumn column) =>
        source with { Fee = column.Index, FeeFactor = FactorOf(column) };

    private static decimal? WithFee(decimal? amount, decimal? fee) =>
        amount is null && fee is null or 0 ? amount : (amount ?? 0) + (fee ?? 0);

    private static int FactorOf(CsvColumn column) => column.Negative > column.Positive ? 1 : -1;

    /// <summary>How the balance moves where there is a fee; null where it shows nothing.</summary>
    private bool? ProvesFee(CsvAmountSource source, CsvColumn column, decimal?[] balances)
    {
        var amounts = CsvSignedAmounts.Of(table, source);
        var fees = table.Values(column.Index);
        var factor = FactorOf(column);
        var withFee = amounts.Select((amount, i) => WithFee(amount, table.IsEntry(i) ? factor * fees[i] : null)).ToArray();
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
