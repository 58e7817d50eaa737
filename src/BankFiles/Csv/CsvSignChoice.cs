namespace MyBudget.BankFiles.Csv;

/// <summary>Decides how the signs of the chosen amounts are read, and asks where nothing shows it.</summary>
internal sealed class CsvSignChoice(CsvTable table, CsvNames names)
{
    public CsvAmountSource Decide(CsvAmountSource source)
    {
        if (table.Rows.IsEmpty) return source;
        return source.Amount is { } column ? WithFee(OfAmounts(source, column)) : OfColumns(source);
    }

    private CsvAmountSource OfColumns(CsvAmountSource source) => source with { Negate = table.Mapping.Negate == true };

    private CsvAmountSource OfAmounts(CsvAmountSource source, int column)
    {
        var amounts = Entries(table.Values(column));
        var taken = source.Columns.ToHashSet();
        var choice = new CsvDirectionChoice(table, names, amounts);
        choice.Search(taken);
        var isSettled = table.Mapping.Negate is not null;
        if (choice.Found is { } found)
            return source with { Indicator = found.Column, Directions = found.Directions, Signs = CsvSigns.Words, Negate = table.Mapping.Negate == true };
        if (isSettled) return source with { Negate = table.Mapping.Negate!.Value };
        if (choice.IsConfirmed) return source;
        if (choice.IsTurned) return source with { Negate = true, Signs = CsvSigns.Turned };
        if (ByBalance(source, amounts) is { } byBalance) return byBalance;
        return amounts.Any(amount => amount < 0) ? Signed(source, amounts) : Unsigned(source, column, choice, taken);
    }

    /// <summary>On what is owed, a balance grows by what is spent: there it proves no sign.</summary>
    private CsvAmountSource? ByBalance(CsvAmountSource source, decimal?[] amounts)
    {
        if (table.Options.IsDebt) return null;
        if (source.Balance is not { } column) return ByPreamble(source, amounts);
        var balances = table.Values(column);
        var isProof = CsvBalance.Walk(amounts, balances).IsProof;
        if (amounts.Any(amount => amount < 0))
        {
            if (isProof) return source;
            return CsvBalance.Walk(Turned(amounts), balances).IsProof ? source with { Negate = true, Signs = CsvSigns.Turned } : null;
        }

        var opening = table.Mapping.OpeningBalance ?? CsvPreamble.Balances(table.Preamble, table.DecimalSeparator).Opening;
        // The first amount in time has no balance before it: that it is money in, too, is likely and shown.
        if (isProof && opening is null) return source with { Signs = CsvSigns.AllIn };
        if (!CsvBalanceSigns.Magnitudes(amounts, balances).IsProof) return null;
        return source with { ByBalance = CsvBalanceSigns.Directions(table, amounts, balances, opening), Signs = CsvSigns.Balance };
    }

    private CsvAmountSource? ByPreamble(CsvAmountSource source, decimal?[] amounts)
    {
        if (CsvPreamble.Balances(table.Preamble, table.DecimalSeparator) is not ({ } opening, { } closing)) return null;
        var sum = amounts.Sum(amount => amount is { } value && Math.Abs(value) < 1_000_000_000_000m ? value : 0);
        if (sum == 0) return null;
        if (opening + sum == closing) return source;
        return opening - sum == closing ? source with { Negate = true, Signs = CsvSigns.Turned } : null;
    }

    private CsvAmountSource Signed(CsvAmountSource source, decimal?[] amounts)
    {
        var (money, spent) = (amounts.Count(amount => amount > 0), amounts.Count(amount => amount < 0));
        if (money == 0) return source with { Signs = CsvSigns.AllOut };
        if (!table.Options.IsDebt || money <= spent) return source;
        return CsvCardTexts.SayThatMinusIsMoneyIn(table, amounts)
            ? source with { Negate = true, Signs = CsvSigns.Turned }
            : source with { Signs = CsvSigns.MostlyIn };
    }

    private CsvAmountSource Unsigned(CsvAmountSource source, int column, CsvDirectionChoice choice, IReadOnlySet<int> taken)
    {
        if (choice.Unexplained(taken) is { } words)
        {
            throw table.Needed(
                "direction-needed",
                "No amount has a sign, and words beside them may tell money out from money in. Say which column in `indicator` and which words "
                + "are money out in `indicatorOut`, or `negate` if the words say nothing: false where all is money in, true where all is money out.",
                words);
        }

        var isKnown = table.Given.ContainsKey(CsvRole.Amount)
            ? table.Header.Exists
            : names.IsNamed(table.Columns[column], CsvRole.Amount) || names.Unreadable() is not null;
        if (isKnown || !table.Columns[column].HasAmounts) return source with { Signs = CsvSigns.AllIn };
        throw table.Needed(
            "direction-needed",
            "No amount has a sign, and nothing says which way the money went. Say `negate`: true where all of it is money out, false where it is money in.",
            ["true", "false"]);
    }

    /// <summary>A fee is part of what left the account if the balance moves by it, or if nobody can tell and the user says so.</summary>
    private CsvAmountSource WithFee(CsvAmountSource source)
    {
        if (string.Equals(table.Mapping.Fee, CsvMappedColumns.NoFee, StringComparison.OrdinalIgnoreCase)) return source;
        var isGiven = table.Given.TryGetValue(CsvRole.Fee, out var given);
        var column = isGiven ? table.Columns[given] : names.Best(CsvRole.Fee);
        if (column is null || column.Positive + column.Negative == 0 || source.Columns.Contains(column.Index)) return source;
        var factor = column.Negative > column.Positive ? 1 : -1;
        if (isGiven) return source with { Fee = column.Index, FeeFactor = factor };
        if (names.Of(CsvRole.Amount).Exists(amount => CsvWords.Fold(amount.Header) is "net" or "net amount" or "total")) return source;

        if (source.Balance is { } balance && ProvesFee(source, column.Index, factor, table.Values(balance)) is { } isFee)
            return isFee ? source with { Fee = column.Index, FeeFactor = factor } : source;
        throw table.Needed(
            "layout-needed",
            $"It is not clear whether the amounts include what is in the column '{column.Header}'. Say `fee`: that column, or `none` where they do.",
            [column.Header, CsvMappedColumns.NoFee]);
    }

    /// <summary>How the balance moves where there is a fee; null where it shows nothing.</summary>
    private bool? ProvesFee(CsvAmountSource source, int column, int factor, decimal?[] balances)
    {
        var amounts = Entries(table.Values(source.Amount!.Value)).Select(amount => amount is { } value ? source.Signed(value) : amount).ToArray();
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

    private decimal?[] Entries(decimal?[] amounts)
    {
        for (var i = 0; i < amounts.Length; i++)
        {
            if (!table.IsEntry(i)) amounts[i] = null;
        }

        return amounts;
    }

    private static decimal?[] Turned(decimal?[] amounts) => [.. amounts.Select(amount => -amount)];
}
