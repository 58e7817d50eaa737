using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Tells rows that are balances, turnovers or totals from entries, by their texts. A single word such as "total" may be a
/// shop's name: then the row's amount has to be one that only a total can have.
/// </summary>
internal static class CsvBalanceRows
{
    private const int LongestText = 60;

    private static readonly FrozenSet<string> Texts = CsvWords.States["BalanceText"].Concat(CsvWords.States["Opening"])
        .Concat(CsvWords.States["Closing"])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Words = CsvWords.States["BalanceWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Totals = CsvWords.States["TotalWord"].ToFrozenSet(StringComparer.Ordinal);

    public static CsvRowKind[] Find(CsvTable table)
    {
        var kinds = new CsvRowKind[table.Rows.Length];
        var sums = new List<CsvColumnSum>();
        foreach (var column in table.Columns.Where(column => !column.IsDate && !column.IsCurrency && column.Letters > 0))
        {
            var known = new Dictionary<string, bool>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            var rows = table.Rows;
            for (var i = 0; i < rows.Length; i++)
            {
                var text = rows[i][column.Index];
                if (text.Length is < 2 or > LongestText || !char.IsLetter(text[0])) continue;
                if (!known.TryGetValue(text, out var isBalance)) known[text] = isBalance = IsBalance(text);
                if (isBalance && IsAlone(table, rows[i], column)) kinds[i] = CsvRowKind.Balance;
                else if (kinds[i] == CsvRowKind.Entry && IsTotalWord(text) && IsTotal(table, rows[i], sums)) kinds[i] = CsvRowKind.Total;
            }
        }

        CsvTotalRows.Mark(table, kinds);
        if (kinds.Length > 1) MarkEnd(table, kinds, 0);
        if (kinds.Length > 2) MarkEnd(table, kinds, kinds.Length - 1);
        return kinds;
    }

    /// <summary>The first or the last row whose amount is its own balance, and whose text speaks of one.</summary>
    private static void MarkEnd(CsvTable table, CsvRowKind[] kinds, int index)
    {
        var row = table.Rows[index];
        var amounts = table.Columns.Where(column => column.IsAmount && !column.IsDate)
            .Select(column => (column.Header, Value: BankAmount.TryParse(row[column.Index], table.DecimalSeparator, out var value) ? value : 0))
            .Where(amount => amount.Value != 0).ToLookup(amount => CsvHeaderNames.Find(amount.Header).Any(named => named.Role == CsvRole.Balance));
        if (!amounts[true].Any(balance => amounts[false].Any(amount => amount.Value == balance.Value))) return;
        foreach (var column in table.Columns.Where(column => column.Letters > 0 && !column.IsDate))
        {
            var text = table.Rows[index][column.Index];
            if (text.Length is >= 2 and <= LongestText && CsvBalanceWords.SpeaksOfBalance(CsvWords.Fold(text))) kinds[index] = CsvRowKind.Balance;
        }
    }

    /// <summary>Words such as "balance" also name what a payment was made from; then the row has other texts.</summary>
    private static bool IsAlone(CsvTable table, CsvRecord row, CsvColumn column)
    {
        foreach (var other in table.Columns)
        {
            if (other == column || !other.IsText || other.IsConstant) continue;
            var text = row[other.Index];
            if (text.Length > 3 && !IsBalance(text) && CsvDirections.IsUnknown(text)) return false;
        }

        return true;
    }

    private static bool IsBalance(ReadOnlySpan<char> text)
    {
        var folded = CsvWords.Fold(text);
        return Words.Contains(folded) || BeginsAsBalance(folded) || CsvBalanceWords.IsEither(folded);
    }

    /// <summary>Behind the phrase only a date, a currency or words such as "as of" may stand.</summary>
    private static bool BeginsAsBalance(string text)
    {
        if (Texts.Contains(text)) return true;
        for (var end = text.LastIndexOf(' '); end > 0; end = text.LastIndexOf(' ', end - 1))
        {
            if (Texts.Contains(text[..end])) return IsNothingMore(text[(end + 1)..]);
            if (Words.Contains(text[..end])) return text[(end + 1)..].Any(char.IsAsciiDigit) && IsNothingMore(text[(end + 1)..]);
        }

        return false;
    }

    private static bool IsNothingMore(string rest) => rest.Split(' ').All(word =>
        word.All(char.IsAsciiDigit) || word.Length <= 3 || CsvPreamble.IsCurrency(word) || CsvDateParts.TrySplit($"1 {word} 2026", out _));

    private static bool IsTotalWord(ReadOnlySpan<char> text)
    {
        if (text.Length > 24) return false;
        var folded = CsvWords.Fold(text);
        return Totals.Contains(folded);
    }

    /// <summary>The row's amount is the sum of one column's others, or of those in or out: of several, or of all that there is.</summary>
    private static bool IsTotal(CsvTable table, CsvRecord row, List<CsvColumnSum> sums)
    {
        if (sums.Count == 0)
            sums.AddRange(table.Columns.Where(CsvTotalRows.MayBeSummed).Select(column => CsvColumnSum.Of(table, column.Index)));
        return sums.Exists(sum => BankAmount.TryParse(row[sum.Column], table.DecimalSeparator, out var total) && sum.IsTotal(total));
    }
}

/// <summary>What the rows of a column make together.</summary>
internal readonly record struct CsvColumnSum(int Column, decimal Gains, int Gained, decimal Losses, int Lost)
{
    public static CsvColumnSum Of(CsvTable table, int column)
    {
        decimal gains = 0, losses = 0;
        int gained = 0, lost = 0;
        foreach (var value in table.Values(column))
        {
            if (value is not { } amount || amount == 0 || Math.Abs(amount) > 1_000_000_000_000m) continue;
            if (amount > 0) (gains, gained) = (gains + amount, gained + 1);
            else (losses, lost) = (losses + amount, lost + 1);
        }

        return new CsvColumnSum(column, gains, gained, losses, lost);
    }

    /// <summary>Of the others. One shop's price that comes twice among other entries is no total.</summary>
    public bool IsTotal(decimal total)
    {
        if (total == 0) return false;
        var (othersIn, othersOut) = total > 0 ? (Gains - total, Losses) : (Gains, Losses - total);
        var (countIn, countOut) = total > 0 ? (Gained - 1, Lost) : (Gained, Lost - 1);
        var isOnly = countIn + countOut == 1;
        return total == othersIn + othersOut
            || (total == othersIn && (countIn > 1 || isOnly))
            || ((total == othersOut || total == -othersOut) && (countOut > 1 || isOnly));
    }
}
