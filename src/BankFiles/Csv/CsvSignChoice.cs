namespace MyBudget.BankFiles.Csv;

/// <summary>Decides how the signs of the chosen amounts are read, and asks where nothing shows it.</summary>
internal sealed class CsvSignChoice(CsvTable table, CsvNames names)
{
    private readonly CsvDirectionColumns _columns = new(table, names);

    public CsvAmountSource Decide(CsvAmountSource source)
    {
        if (table.Rows.IsEmpty) return source;
        return new CsvFeeChoice(table, names).With(
            source.Amount is { } column ? WithMinus(OfAmounts(source, column), column) : OfColumns(source));
    }

    /// <summary>That money out has a minus is what later files are held to.</summary>
    private CsvAmountSource WithMinus(CsvAmountSource source, int column)
    {
        var isPlain = source is { Signs: CsvSigns.Written or CsvSigns.AllOut, Negate: false, OutNegative: null, InNegative: null };
        if (!isPlain) return source;
        var amounts = table.EntryValues(column);
        if (!amounts.Any(amount => amount < 0)) return source;
        return source with { OutNegative = true, InNegative = amounts.Any(amount => amount > 0) ? false : null };
    }

    private CsvAmountSource OfColumns(CsvAmountSource source)
    {
        source = CsvDebitSigns.Decide(table, source);
        return source with { Negate = !source.IsNegateOfDebit && Turns(CsvRole.Debit, CsvRole.Credit) };
    }

    /// <summary>Beside words and columns, which tell the direction themselves.</summary>
    private bool Turns(params ReadOnlySpan<CsvRole> roles) => table.Mapping.Negate ?? table.Options.Hints?.TurnsBeside(roles) == true;

    private CsvAmountSource OfAmounts(CsvAmountSource source, int column)
    {
        var amounts = table.EntryValues(column);
        var taken = source.Columns.ToHashSet();
        var choice = new CsvDirectionChoice(table, names, _columns, source, amounts);
        choice.Search(taken);
        source = source with { OutNegative = choice.OutNegative, InNegative = choice.InNegative };
        var isSettled = table.Mapping.Negate is not null;
        if (choice.Found is { } found)
        {
            return source with
            {
                Indicator = found.Column,
                Directions = found.Directions,
                Signs = CsvSigns.Words,
                Negate = Turns(CsvRole.Indicator),
            };
        }

        if (isSettled) return source with { Negate = table.Mapping.Negate!.Value };
        if (choice.IsConfirmed) return source;
        // Signs that the user said to be right stay so, whatever the words.
        if (choice.IsTurned && table.Options.Hints?.Negate != false) return source with { Negate = true, Signs = CsvSigns.Turned };
        if (ByBalance(source, amounts) is { } byBalance) return byBalance;
        if (CsvSettledSigns.Of(table, source, amounts) is { } settled) return settled;
        if (choice.Doubtful is { } doubtful) return CsvDoubtfulWords.Decide(table, source, doubtful, amounts);
        return amounts.Any(amount => amount < 0) ? Signed(source, amounts) : Unsigned(source, column, taken);
    }

    /// <summary>On what is owed, a balance grows by what is spent: there it proves no sign.</summary>
    private CsvAmountSource? ByBalance(CsvAmountSource source, decimal?[] amounts)
    {
        if (table.Options.IsDebt) return null;
        if (source.Balance is not { } column) return ByTold(source, amounts);
        var balances = table.Values(column);
        var isProof = CsvBalance.Walk(amounts, balances, table.Order).IsProof;
        if (amounts.Any(amount => amount < 0)) return isProof ? source : Turned(source, amounts, balances);

        var opening = table.Mapping.OpeningBalance ?? CsvToldBalances.Of(table).Opening;
        // The first amount in time has no balance before it: that it is money in, too, is likely and shown.
        if (isProof && opening is null) return source with { Signs = CsvSigns.AllIn };
        if (!CsvBalanceSigns.Magnitudes(amounts, balances, table.Order).IsProof) return null;
        return source with { ByBalance = CsvBalanceSigns.Directions(table, amounts, balances, opening), Signs = CsvSigns.Balance };
    }

    /// <summary>A balance before each entry goes against time just as one after it goes by the opposite signs: the days tell which.</summary>
    private CsvAmountSource? Turned(CsvAmountSource source, decimal?[] amounts, decimal?[] balances)
    {
        var isBefore = CsvBalance.WalkBefore(amounts, balances, table.Order).IsProof;
        var isTurned = CsvBalance.Walk(Turned(amounts), balances, table.Order).IsProof;
        if (!isTurned) return isBefore ? source : null;
        if (table.Order != CsvTimeOrder.Unknown && !isBefore) return source with { Negate = true, Signs = CsvSigns.Turned };
        if (table.Options.Hints?.Negate is not null) return null;
        throw table.Needed(
            "direction-needed",
            "The running balance is either that before each entry, or the signs go the other way round, and the days do not tell which. Say "
            + "`negate`: true to turn the signs, false if they are right.",
            ["true", "false"]);
    }

    private CsvAmountSource? ByTold(CsvAmountSource source, decimal?[] amounts)
    {
        if (CsvToldBalances.Of(table) is not { Opening: { } opening, Closing: { } closing }) return null;
        var sum = amounts.Sum(amount => amount is { } value && Math.Abs(value) < 1_000_000_000_000m ? value : 0);
        if (sum == 0) return null;
        if (opening + sum == closing) return source;
        return opening - sum == closing ? source with { Negate = true, Signs = CsvSigns.Turned } : null;
    }

    private CsvAmountSource Signed(CsvAmountSource source, decimal?[] amounts)
    {
        var (money, spent) = (amounts.Count(amount => amount > 0), amounts.Count(amount => amount < 0));
        if (!table.Options.IsDebt) return money == 0 ? source with { Signs = CsvSigns.AllOut } : source;
        var isPaid = CsvCardTexts.SayThatMinusIsMoneyIn(table, amounts);
        if (money == 0) return isPaid ? throw OnlyPaid() : source with { Signs = CsvSigns.AllOut };
        if (isPaid) return source with { Negate = true, Signs = CsvSigns.Turned };
        var isPlain = money < spent || CsvCardTexts.SayThatMinusIsMoneyIn(table, Turned(amounts));
        return isPlain ? source : source with { Signs = CsvSigns.MostlyIn };
    }

    private CsvAmountSource Unsigned(CsvAmountSource source, int column, IReadOnlySet<int> taken)
    {
        if (_columns.Unexplained(taken) is { } words)
        {
            throw table.Needed(
                "direction-needed",
                "No amount has a sign, and words beside them may tell money out from money in. Say which column in `indicator` and which "
                + "words are money out in `indicatorOut`, or `negate` if the words say nothing: false where all is money in, true where all "
                + "is money out.",
                words);
        }

        if (CsvMarkedAmounts.Of(table, source, column) is { } marked) return marked;
        var isKnown = table.Said.Contains(CsvRole.Amount)
            ? table.Header.Exists
            : CsvHeaderNames.Find(table.Columns[column].Header).Any(meaning => meaning.Role == CsvRole.Amount)
                || names.Unreadable() is not null;
        if (isKnown || !table.Columns[column].HasAmounts) return source with { Signs = CsvSigns.AllIn };
        throw table.Needed(
            "direction-needed",
            "No amount has a sign, and nothing says which way the money went. Say `negate`: true where all of it is money out, false where "
            + "it is money in.",
            ["true", "false"]);
    }

    /// <summary>A card that writes what is spent as positive amounts, or one that was not paid but paid with.</summary>
    private BankFileException OnlyPaid() => table.Needed(
        "direction-needed",
        "All amounts have a minus, and their texts speak of payments to the card. Say `negate`: true where they are money in, false where "
        + "they are money out.",
        ["true", "false"]);

    private static decimal?[] Turned(decimal?[] amounts) => [.. amounts.Select(amount => -amount)];
}
