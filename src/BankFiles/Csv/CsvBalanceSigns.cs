namespace MyBudget.BankFiles.Csv;

/// <summary>Reads the direction of amounts without signs from a running balance that moves by just these amounts.</summary>
internal static class CsvBalanceSigns
{
    /// <summary>How often the balance moves by the amount, whichever way.</summary>
    public static CsvBalanceWalk Magnitudes(decimal?[] amounts, decimal?[] balances, CsvTimeOrder order = CsvTimeOrder.Unknown)
    {
        var forward = Along(amounts, balances, isReversed: order == CsvTimeOrder.NewestFirst, null);
        if (order != CsvTimeOrder.Unknown) return forward;
        var backward = Along(amounts, balances, isReversed: true, null);
        return backward.Agreed > forward.Agreed ? backward : forward;
    }

    /// <summary>
    /// The direction of each row. That of the first in time has no balance before it: the opening balance tells it, and is
    /// asked for where nobody gives it.
    /// </summary>
    public static CsvDirection[] Directions(CsvTable table, decimal?[] amounts, decimal?[] balances, decimal? opening)
    {
        var walk = Magnitudes(amounts, balances, table.Order);
        var directions = new CsvDirection[amounts.Length];
        Along(amounts, balances, walk.Order[0] != 0, directions);
        var first = Array.Find(walk.Order, i => amounts[i] is not null);
        if (directions[first] != CsvDirection.Unknown || amounts[first] is not { } amount || balances[first] is not { } after)
            return directions;
        var (ifOut, ifIn) = (after + Math.Abs(amount), after - Math.Abs(amount));
        directions[first] = opening == ifOut ? CsvDirection.Out : opening == ifIn ? CsvDirection.In : throw new BankFileException(
            "direction-needed",
            $"The running balance shows the direction of every row but the first in time, of line {table.Rows[first].Line}. "
            + "Say `openingBalance`, what the account held before it: the greater if that was money out.",
            [Text(ifOut), Text(ifIn)]);
        return directions;
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static CsvBalanceWalk Along(decimal?[] amounts, decimal?[] balances, bool isReversed, CsvDirection[]? directions)
    {
        var order = new int[amounts.Length];
        for (var i = 0; i < order.Length; i++) order[i] = isReversed ? order.Length - 1 - i : i;
        int steps = 0, agreed = 0;
        decimal? before = null;
        foreach (var i in order)
        {
            if (balances[i] is not { } after) continue;
            if (before is { } known && amounts[i] is { } amount)
            {
                steps++;
                if (Math.Abs(after - known) == Math.Abs(amount))
                {
                    agreed++;
                    if (directions is not null && amount != 0) directions[i] = after < known ? CsvDirection.Out : CsvDirection.In;
                }
            }

            before = after;
        }

        return new CsvBalanceWalk(steps, agreed, order);
    }
}
