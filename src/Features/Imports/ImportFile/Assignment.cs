namespace MyBudget.Features.Imports.ImportFile;

/// <summary>Pairs rows with entries so that the sum of the costs is least, where leaving a row alone has a cost, too.</summary>
internal static class Assignment
{
    private const int Never = 1_000_000;

    /// <param name="cost">Of a pair; null where it cannot be.</param>
    public static IReadOnlyList<(int Row, int Entry)> Best(int rows, int entries, int unmatched, Func<int, int, int?> cost)
    {
        if (rows == 1 && entries == 1) return cost(0, 0) < unmatched ? [(0, 0)] : [];
        var pairs = from row in Enumerable.Range(0, rows)
                    from entry in Enumerable.Range(0, entries)
                    let sure = cost(row, entry)
                    where sure < unmatched
                    select (Row: row, Entry: entry, Cost: sure.Value);
        return Hungarian(rows, entries, unmatched, pairs);
    }

    /// <summary>Kuhn and Munkres, with potentials; each row has a place of its own to be left alone in.</summary>
    private static List<(int, int)> Hungarian(int rows, int entries, int unmatched, IEnumerable<(int Row, int Entry, int Cost)> pairs)
    {
        var places = entries + rows;
        var costs = new int[rows, places];
        for (var row = 0; row < rows; row++)
        {
            for (var place = 0; place < places; place++) costs[row, place] = place == entries + row ? unmatched : Never;
        }

        foreach (var (row, entry, cost) in pairs) costs[row, entry] = cost;

        var (ofRow, ofPlace) = (new int[rows + 1], new int[places + 1]);
        var (taker, way) = (new int[places + 1], new int[places + 1]);
        for (var row = 1; row <= rows; row++) Augment(row, costs, ofRow, ofPlace, taker, way);
        return [.. Enumerable.Range(1, entries).Where(place => taker[place] > 0).Select(place => (taker[place] - 1, place - 1))];
    }

    /// <summary>
    /// Finds the cheapest way to give this row a place, moving others if need be; place 0 stands for the row without one.
    /// </summary>
    private static void Augment(int row, int[,] costs, int[] ofRow, int[] ofPlace, int[] taker, int[] way)
    {
        var places = costs.GetLength(1);
        var least = new int[places + 1];
        var used = new bool[places + 1];
        Array.Fill(least, int.MaxValue);
        taker[0] = row;
        var at = 0;
        do
        {
            used[at] = true;
            var (from, delta, next) = (taker[at], int.MaxValue, 0);
            for (var place = 1; place <= places; place++)
            {
                if (used[place]) continue;
                var reduced = costs[from - 1, place - 1] - ofRow[from] - ofPlace[place];
                if (reduced < least[place]) (least[place], way[place]) = (reduced, at);
                if (least[place] < delta) (delta, next) = (least[place], place);
            }

            for (var place = 0; place <= places; place++)
            {
                if (!used[place]) least[place] -= delta;
                else (ofRow[taker[place]], ofPlace[place]) = (ofRow[taker[place]] + delta, ofPlace[place] - delta);
            }

            at = next;
        }
        while (taker[at] != 0);

        for (; at != 0; at = way[at]) taker[at] = taker[way[at]];
    }
}
