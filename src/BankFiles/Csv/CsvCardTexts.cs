using System.Collections.Frozen;

namespace MyBudget.BankFiles.Csv;

/// <summary>
/// Many cards write what was spent as a positive amount, and payments to the card as a negative one. The texts of the
/// negative rows show it: they speak of payments, refunds and credits, and those of the others do not.
/// </summary>
internal static class CsvCardTexts
{
    private static readonly FrozenSet<string> Words = CsvWords.Directions["CardText"].ToFrozenSet(StringComparer.Ordinal);

    public static bool SayThatMinusIsMoneyIn(CsvTable table, decimal?[] amounts)
    {
        int paid = 0, spent = 0, others = 0, all = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is not { } amount || amount == 0) continue;
            var speaks = SpeaksOfPayment(table, i);
            if (amount < 0)
            {
                spent++;
                if (speaks) paid++;
            }
            else
            {
                all++;
                if (speaks) others++;
            }
        }

        return spent > 0 && paid * 10 >= spent * 9 && others * 10 <= all;
    }

    private static bool SpeaksOfPayment(CsvTable table, int row)
    {
        foreach (var column in table.Columns)
        {
            if (!column.IsText) continue;
            if (SpeaksOfPayment(table.Rows[row][column.Index])) return true;
        }

        return false;
    }

    public static bool SpeaksOfPayment(ReadOnlySpan<char> said)
    {
        var text = $" {CsvWords.Fold(said)} ";
        return Words.Any(word => text.Contains(char.IsAscii(word[0]) ? $" {word} " : word, StringComparison.Ordinal));
    }
}
