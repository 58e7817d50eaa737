namespace MyBudget.BankFiles.Csv;

/// <summary>How well a file's running balance agrees with its amounts: before + amount = after.</summary>
/// <param name="Steps">From one balance to the next.</param>
/// <param name="Order">The rows in the order in which they agree best.</param>
internal readonly record struct CsvBalanceWalk(int Steps, int Agreed, int[] Order)
{
    public bool IsProof => Steps > 0 && Agreed * 10 >= Steps * 9;

    public bool IsContradiction => Steps > 0 && !IsProof;
}

/// <summary>
/// Walks along a running balance. A balance that stands only in some rows is compared after all amounts since the last one.
/// </summary>
internal static class CsvBalance
{
    /// <summary>In the order of the file or the other way round, whichever agrees better, unless the days tell which it is.</summary>
    public static CsvBalanceWalk Walk(
        ReadOnlySpan<decimal?> amounts, ReadOnlySpan<decimal?> balances, CsvTimeOrder order = CsvTimeOrder.Unknown)
    {
        var forward = new int[amounts.Length];
        for (var i = 0; i < forward.Length; i++) forward[i] = i;
        if (order == CsvTimeOrder.NewestFirst) return Along(Reversed(forward), amounts, balances, null);
        var best = Along(forward, amounts, balances, null);
        if (best.Steps == best.Agreed || order == CsvTimeOrder.OldestFirst) return best;
        var other = Along(Reversed(forward), amounts, balances, null);
        return other.Agreed > best.Agreed ? other : best;
    }

    /// <summary>
    /// Where the balances are those before each entry: against time they go by the opposite amounts. Where the days do not tell which entry
    /// is the next, nothing does.
    /// </summary>
    public static CsvBalanceWalk WalkBefore(ReadOnlySpan<decimal?> amounts, ReadOnlySpan<decimal?> balances, CsvTimeOrder order)
    {
        if (order == CsvTimeOrder.Unknown) return default;
        var turned = amounts.ToArray();
        for (var i = 0; i < turned.Length; i++) turned[i] = -turned[i];
        return Walk(turned, balances, order == CsvTimeOrder.OldestFirst ? CsvTimeOrder.NewestFirst : CsvTimeOrder.OldestFirst);
    }

    /// <summary>Also by date, as some banks list the days one way and the entries of a day the other.</summary>
    public static CsvBalanceWalk Walk(ReadOnlySpan<decimal?> amounts, ReadOnlySpan<decimal?> balances, IReadOnlyList<DateOnly> dates)
    {
        var best = Walk(amounts, balances, CsvTimeOrders.Of(dates));
        if (best.Steps == best.Agreed) return best;
        var byDate = new int[amounts.Length];
        for (var i = 0; i < byDate.Length; i++) byDate[i] = i;
        foreach (var order in new[] { byDate, Reversed(byDate) })
        {
            var sorted = order.OrderBy(i => dates[i]).ToArray();
            var walk = Along(sorted, amounts, balances, null);
            if (walk.Agreed > best.Agreed) best = walk;
        }

        return best;
    }

    /// <summary>The rows whose balance is not what it should be by the one before.</summary>
    public static List<int> Disagreeing(CsvBalanceWalk walk, ReadOnlySpan<decimal?> amounts, ReadOnlySpan<decimal?> balances)
    {
        var rows = new List<int>();
        Along(walk.Order, amounts, balances, rows);
        return rows;
    }

    private static CsvBalanceWalk Along(
        int[] order, ReadOnlySpan<decimal?> amounts, ReadOnlySpan<decimal?> balances, List<int>? disagreeing)
    {
        int steps = 0, agreed = 0;
        decimal? before = null;
        decimal moved = 0;
        foreach (var i in order)
        {
            moved += Within(amounts[i]);
            if (balances[i] is not { } after) continue;
            after = Within(after);
            // Where there is no amount that can be read, the balance only begins anew.
            if (before is { } known && amounts[i] is not null)
            {
                steps++;
                if (known + moved == after) agreed++;
                else disagreeing?.Add(i);
            }

            (before, moved) = (after, 0);
        }

        return new CsvBalanceWalk(steps, agreed, order);
    }

    /// <summary>Numbers that are no money, such as account numbers, would overflow in sums.</summary>
    private static decimal Within(decimal? amount) => amount is { } value && Math.Abs(value) < 1_000_000_000_000_000_000m ? value : 0;

    private static int[] Reversed(int[] order)
    {
        var reversed = (int[])order.Clone();
        Array.Reverse(reversed);
        return reversed;
    }
}
