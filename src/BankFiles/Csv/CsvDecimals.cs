namespace MyBudget.BankFiles.Csv;

/// <param name="IsEvident">False where no amount has decimals, so that the file shows none.</param>
internal readonly record struct CsvDecimalSeparator(char Value, bool IsEvident);

/// <summary>Decides from all rows whether a point or a comma is the decimal separator.</summary>
internal static class CsvDecimals
{
    /// <param name="digits">How many decimals the account's currency has, where that is known.</param>
    /// <param name="hints">What was settled before, for amounts that do not tell.</param>
    public static CsvDecimalSeparator Detect(ReadOnlySpan<CsvRecord> rows, CsvColumns columns, int? digits, CsvHints? hints = null)
    {
        var count = new Evidence();
        foreach (var row in rows)
        {
            foreach (var column in (ReadOnlySpan<int?>)[columns.Amount, columns.Debit, columns.Credit, columns.Balance, columns.Fee])
                count.Add(row[column]);
        }

        if (count.IsOpen && digits is 0 or >= 3 && count.DoubtfulSeparator is { } separator)
        {
            // Yen have no thousandths; dinars have nothing else.
            var isDecimal = digits != 0;
            return new CsvDecimalSeparator(separator == ',' == isDecimal ? ',' : '.', IsEvident: true);
        }

        if (count.IsOpen && hints?.DecimalSeparator is { } settled)
        {
            hints.Use("decimalSeparator");
            return new CsvDecimalSeparator(settled, IsEvident: true);
        }

        if (count.IsOpen)
        {
            throw new BankFileException(
                "ambiguous-amounts",
                $"'{BankText.Excerpt(count.Doubtful)}' may be thousands or thousandths. Say which the decimal separator is.", [".", ","]);
        }

        return new CsvDecimalSeparator(count.Likely, count.IsEvident);
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

    /// <summary>What those of one column show; null where they show nothing.</summary>
    public static char? LikelyOf(ReadOnlySpan<CsvRecord> rows, int column)
    {
        var count = new Evidence();
        foreach (var row in rows) count.Add(row[column]);
        return count.IsEvident ? count.Likely : null;
    }

    private sealed class Evidence
    {
        private int _points;
        private int _commas;

        public string? Doubtful { get; private set; }

        public bool IsOpen => _points == 0 && _commas == 0 && Doubtful is not null;

        public bool IsEvident => _points + _commas > 0;

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
