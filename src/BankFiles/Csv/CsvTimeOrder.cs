namespace MyBudget.BankFiles.Csv;

internal enum CsvTimeOrder
{
    /// <summary>All on one day, or hither and thither.</summary>
    Unknown,
    OldestFirst,
    NewestFirst,
}

/// <summary>Which end of a file is the newer one, as its days tell.</summary>
internal static class CsvTimeOrders
{
    /// <summary>So many times more steps one way than the other: days of purchase and of booking are not always in the same order.</summary>
    private const int Majority = 4;

    public static CsvTimeOrder Of(IReadOnlyList<DateOnly> dates)
    {
        int up = 0, down = 0;
        for (var i = 1; i < dates.Count; i++)
        {
            if (dates[i] > dates[i - 1]) up++;
            if (dates[i] < dates[i - 1]) down++;
        }

        if (up > down * Majority && dates[^1] > dates[0]) return CsvTimeOrder.OldestFirst;
        return down > up * Majority && dates[^1] < dates[0] ? CsvTimeOrder.NewestFirst : CsvTimeOrder.Unknown;
    }

    /// <summary>Where it is not clear how dates are written, they tell nothing.</summary>
    public static CsvTimeOrder Of(CsvTable table, int column)
    {
        try
        {
            var format = string.IsNullOrWhiteSpace(table.Mapping.DateFormat)
                ? CsvDates.Detect(table.Rows, [column])
                : CsvDateFormat.FromPattern(table.Mapping.DateFormat);
            var dates = new List<DateOnly>(table.Rows.Length);
            for (var i = 0; i < table.Rows.Length; i++)
            {
                if (table.IsEntry(i) && format.TryParse(table.Rows[i][column], out var date)) dates.Add(date);
            }

            return Of(dates);
        }
        catch (BankFileException)
        {
            return CsvTimeOrder.Unknown;
        }
    }
}
