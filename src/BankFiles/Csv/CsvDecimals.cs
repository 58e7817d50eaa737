namespace MyBudget.BankFiles.Csv;

/// <summary>Decides from all rows whether a point or a comma is the decimal separator.</summary>
internal static class CsvDecimals
{
    public static char Detect(ReadOnlySpan<CsvRecord> rows, CsvColumns columns)
    {
        int points = 0, commas = 0;
        string? doubtful = null;
        ReadOnlySpan<int?> amountColumns = [columns.Amount, columns.Debit, columns.Credit, columns.Balance];
        foreach (var row in rows)
        {
            foreach (var column in amountColumns)
            {
                var text = row[column];
                if (text.IsEmpty) continue;
                var proven = BankAmount.ProvenSeparator(text, out var isDoubtful);
                if (proven == '.') points++;
                else if (proven == ',') commas++;
                else if (isDoubtful) doubtful ??= text.ToString();
            }
        }

        if (points == 0 && commas == 0 && doubtful is not null)
        {
            throw new BankFileException(
                "ambiguous-amounts", $"'{BankText.Excerpt(doubtful)}' may be thousands or thousandths. Say which the decimal separator is.", [".", ","]);
        }

        return commas > points ? ',' : '.';
    }
}
