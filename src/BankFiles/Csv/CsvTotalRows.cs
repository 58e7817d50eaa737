using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Totals of a day, a month or what came before, such as "Daily total" or "Total March 2026", among the entries: their amount is the sum
/// of the rows right before them.
/// </summary>
internal static class CsvTotalRows
{
    private const int LongestText = 40;
    private const int MostRows = 2_000;

    private static readonly FrozenSet<string> Totals = CsvWords.States["TotalWord"].ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] TotalEnds = ["summe", "totaal", "total", "summa", "計", "计", "계"];
    private static readonly FrozenSet<string> Periods = CsvWords.States["TotalPeriod"].ToFrozenSet(StringComparer.Ordinal);

    public static void Mark(CsvTable table, CsvRowKind[] kinds)
    {
        var texts = table.Columns.Where(column => column.IsText).ToList();
        var amounts = new Lazy<List<decimal?[]>>(() =>
            [.. table.Columns.Where(MayBeSummed).Select(column => table.Values(column.Index))]);
        var known = new Dictionary<string, bool?>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 1; i < kinds.Length; i++)
        {
            if (kinds[i] != CsvRowKind.Entry) continue;
            foreach (var column in texts)
            {
                var text = table.Rows[i][column.Index];
                if (text.Length is < 2 or > LongestText) continue;
                if (!known.TryGetValue(text, out var ofPeriod)) known[text] = ofPeriod = OfPeriod(text);
                if (ofPeriod is not { } isPeriod) continue;
                if (amounts.Value.Exists(values => IsSum(values, kinds, i, isPeriod))) kinds[i] = CsvRowKind.Total;
            }
        }
    }

    /// <summary>Accounts, numbers of rows and balances make no sums.</summary>
    public static bool MayBeSummed(CsvColumn column) => column.IsAmount && !column.IsDate && !column.IsNumbering
        && !CsvHeaderNames.Find(column.Header).Any(meaning =>
            meaning.Role is CsvRole.Balance or CsvRole.Account or CsvRole.BankId or CsvRole.CheckNumber or CsvRole.Rate);

    /// <summary>Null where the text is no total's; false where it is the word alone, which may be a shop's name.</summary>
    private static bool? OfPeriod(ReadOnlySpan<char> text)
    {
        var folded = CsvWords.Fold(text);
        if (Totals.Contains(folded)) return false;
        // "Monthly" alone is no total; grown together with a word for one it is.
        if (Periods.Contains(folded)) return TotalEnds.Any(end => folded.EndsWith(end, StringComparison.Ordinal)) ? true : null;
        var words = folded.Split(' ');
        var isTotal = false;
        foreach (var word in words)
        {
            if (Totals.Contains(word)) isTotal = true;
            else if (!IsOfPeriod(word)) return null;
        }

        return isTotal ? true : null;
    }

    private static bool IsOfPeriod(string word) =>
        Periods.Contains(word) || word.All(char.IsAsciiDigit) || CsvDateParts.TrySplit($"1 {word} 2026", out _);

    /// <summary>Of some rows right before it; of the word alone, of all since the last total, which are several.</summary>
    private static bool IsSum(decimal?[] values, CsvRowKind[] kinds, int row, bool ofPeriod)
    {
        if (values[row] is not { } total || total == 0) return false;
        decimal sum = 0;
        var count = 0;
        for (var i = row - 1; i >= Math.Max(0, row - MostRows) && (ofPeriod || kinds[i] == CsvRowKind.Entry); i--)
        {
            if (kinds[i] != CsvRowKind.Entry || values[i] is not { } value || Math.Abs(value) > 1_000_000_000_000m) continue;
            sum += value;
            count++;
            if (ofPeriod && Math.Abs(sum) == Math.Abs(total)) return true;
        }

        return count > 1 && Math.Abs(sum) == Math.Abs(total);
    }
}
