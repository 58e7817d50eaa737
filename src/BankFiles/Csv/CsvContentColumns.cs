namespace MyBudget.BankFiles.Csv;

/// <summary>Tells columns by what they hold, for files without a header or with names that nobody knows.</summary>
internal static class CsvContentColumns
{
    private const int SampleRows = 200;

    public static Dictionary<CsvRole, int> Resolve(ReadOnlySpan<CsvRecord> rows, int width)
    {
        var sample = rows[..Math.Min(rows.Length, SampleRows)].ToArray().Where(r => r.Fields.Length >= 2).ToArray();
        var columns = Enumerable.Range(0, width).Select(c => new Column(c, sample)).Where(c => c.Filled > 0).ToList();
        var roles = new Dictionary<CsvRole, int>();
        if (columns.Find(c => c.IsDate && c.Filled * 2 > sample.Length) is { } date) roles[CsvRole.Date] = date.Index;

        var amounts = columns.Where(c => c.IsAmount && !c.IsDate).ToList();
        if (amounts.Exists(c => c.HasDecimals)) amounts.RemoveAll(c => !c.HasDecimals);
        if (amounts.Count == 1)
        {
            roles[CsvRole.Amount] = amounts[0].Index;
        }
        else if (amounts.Count == 2)
        {
            foreach (var (amount, balance) in new[] { (amounts[0], amounts[1]), (amounts[1], amounts[0]) })
            {
                if (IsRunningBalance(sample, amount.Index, balance.Index))
                    (roles[CsvRole.Amount], roles[CsvRole.Balance]) = (amount.Index, balance.Index);
            }
        }

        if (columns.Find(c => c.IsCurrency) is { } currency) roles[CsvRole.Currency] = currency.Index;
        var texts = columns.Where(c => !c.IsDate && !c.IsAmount && !c.IsCurrency && c.Letters > 0).OrderByDescending(c => c.Letters).ToList();
        if (texts.Count > 0) roles[CsvRole.Payee] = texts[0].Index;
        if (texts.Count > 1) roles[CsvRole.Memo] = texts[1].Index;
        return roles;
    }

    /// <summary>Each balance is the one before (or, newest first, the one below) plus the amount.</summary>
    private static bool IsRunningBalance(CsvRecord[] rows, int amount, int balance)
    {
        if (rows.Length < 3) return false;
        int forward = 0, backward = 0;
        for (var i = 1; i < rows.Length; i++)
        {
            if (!BankAmount.TryParse(rows[i - 1][balance], '\0', out var before) || !BankAmount.TryParse(rows[i][balance], '\0', out var after)
                || !BankAmount.TryParse(rows[i][amount], '\0', out var moved) || !BankAmount.TryParse(rows[i - 1][amount], '\0', out var movedBefore))
                continue;
            if (before + moved == after) forward++;
            if (after + movedBefore == before) backward++;
        }

        return Math.Max(forward, backward) * 10 >= (rows.Length - 1) * 9;
    }

    private sealed class Column
    {
        public Column(int index, CsvRecord[] rows)
        {
            Index = index;
            int dates = 0, amounts = 0, decimals = 0, codes = 0;
            foreach (var row in rows)
            {
                var text = row[index];
                if (text.IsEmpty) continue;
                Filled++;
                if (CsvDateParts.TrySplit(text, out _)) dates++;
                if (BankAmount.TryParse(text, '\0', out var amount)) amounts++;
                if (amount.Scale > 0) decimals++;
                if (text.Length == 3 && BankText.Currency(text) is { } code && text.SequenceEqual(code)) codes++;
                foreach (var c in text) Letters += char.IsLetter(c) ? 1 : 0;
            }

            IsDate = dates * 10 >= Filled * 8;
            IsAmount = amounts * 10 >= Filled * 9;
            HasDecimals = decimals * 2 > Filled;
            IsCurrency = codes * 10 >= Filled * 9;
        }

        public int Index { get; }
        public int Filled { get; }
        public int Letters { get; }
        public bool IsDate { get; }
        public bool IsAmount { get; }
        public bool HasDecimals { get; }
        public bool IsCurrency { get; }
    }
}
