namespace MyBudget.BankFiles.Csv;

/// <summary>Decides from all rows whether a point or a comma is the decimal separator.</summary>
internal static class CsvDecimals
{
    /// <param name="digits">How many decimals the account's currency has, where that is known.</param>
    public static char Detect(ReadOnlySpan<CsvRecord> rows, CsvColumns columns, int? digits)
    {
        var count = new Evidence();
        foreach (var row in rows)
        {
            foreach (var column in (ReadOnlySpan<int?>)[columns.Amount, columns.Debit, columns.Credit, columns.Balance, columns.Fee]) count.Add(row[column]);
        }

        if (count.IsOpen && digits is 0 or >= 3 && count.DoubtfulSeparator is { } separator)
        {
            // Yen have no thousandths; dinars have nothing else.
            var isDecimal = digits != 0;
            return separator == ',' == isDecimal ? ',' : '.';
        }

        if (count.IsOpen)
        {
            throw new BankFileException(
                "ambiguous-amounts", $"'{BankText.Excerpt(count.Doubtful)}' may be thousands or thousandths. Say which the decimal separator is.", [".", ","]);
        }

        return count.Likely;
    }

    /// <summary>Before the columns are chosen: what most of the amounts show.</summary>
    public static char Likely(ReadOnlySpan<CsvRecord> rows, IEnumerable<CsvColumn> columns)
    {
        var count = new Evidence();
        foreach (var column in columns)
        {
            foreach (var row in rows) count.Add(row[column.Index]);
        }

        return count.Likely;
    }

    private sealed class Evidence
    {
        private int _points;
        private int _commas;

        public string? Doubtful { get; private set; }

        public bool IsOpen => _points == 0 && _commas == 0 && Doubtful is not null;

        public char? DoubtfulSeparator => Doubtful is not { } text ? null : text.Contains(',', StringComparison.Ordinal) ? ',' : '.';

        public char Likely => _commas > _points ? ',' : '.';

        public void Add(ReadOnlySpan<char> text)
        {
            if (text.IsEmpty) return;
            var proven = BankAmount.ProvenSeparator(text, out var isDoubtful);
            if (proven == '.') _points++;
            else if (proven == ',') _commas++;
            else if (isDoubtful) Doubtful ??= text.ToString();
        }
    }
}
