namespace MyBudget.BankFiles.Csv;

/// <summary>Turns one record into an entry, or says why not.</summary>
internal sealed class CsvRowReader(CsvLayout layout, CsvDateFormat dates, int width)
{
    private readonly CsvColumns _columns = layout.Columns;
    private readonly int _needed = Math.Max(
        layout.Columns.Date,
        layout.Columns.Amount ?? Math.Min(layout.Columns.Debit ?? int.MaxValue, layout.Columns.Credit ?? int.MaxValue));

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(CsvRecord row, out BankEntry? entry)
    {
        entry = null;
        if (row.Fields.Length <= _needed)
            return Reject(row, "too-few-columns", $"The row has {row.Fields.Length} columns, too few for a date and an amount.");
        if (row.Fields.AsSpan(Math.Min(width, row.Fields.Length)).ContainsAnyExcept(""))
            return Reject(row, "too-many-columns", $"The row has {row.Fields.Length} columns where {width} are expected.");

        var day = row[_columns.Date];
        if (day.IsEmpty) return Reject(row, "missing-date", "The row has no date.");
        if (!dates.TryParse(day, out var date))
            return Reject(row, "bad-date", $"'{BankText.Excerpt(day)}' is not a date of the form {dates.Pattern}.");
        return ReadAmount(row, out var amount) ?? ReadTexts(row, date, layout.Negate ? -amount : amount, out entry);
    }

    private RejectedLine? ReadTexts(CsvRecord row, DateOnly date, decimal amount, out BankEntry? entry)
    {
        entry = null;
        var payee = BankText.Clean(row[_columns.Payee]);
        var memo = BankText.Clean(row[_columns.Memo]);
        payee ??= memo;
        if (string.Equals(payee, memo, StringComparison.Ordinal)) memo = null;
        var bankId = BankText.Clean(row[_columns.BankId]);
        var check = BankText.Clean(row[_columns.CheckNumber]);
        var category = BankText.Clean(row[_columns.Category]);
        if (Array.Exists([payee, memo, bankId, check, category], text => text?.Length > BankText.MaxLength))
            return Reject(row, "text-too-long", $"A text of the row is longer than {BankText.MaxLength} characters.");

        var currencyText = row[_columns.Currency];
        var currency = BankText.Currency(currencyText);
        if (currency is null && !currencyText.IsEmpty)
            return Reject(row, "bad-currency", $"'{BankText.Excerpt(currencyText)}' is not a currency code.");
        var status = CsvStatusWords.Of(row[_columns.Status]);
        if (status == CsvStatus.NotBooked) return Reject(row, "not-booked", "The bank marks the row as failed, declined or reverted.");
        bool? isPending = _columns.Status is null ? null : status == CsvStatus.Pending;
        entry = new BankEntry(row.Line, date, amount, payee, memo, bankId, currency, check, category, isPending);
        return null;
    }

    private RejectedLine? ReadAmount(CsvRecord row, out decimal amount)
    {
        if (_columns.Amount is null) return ReadDebitOrCredit(row, out amount);
        var problem = ReadAmount(row, _columns.Amount, out var signed);
        amount = signed.GetValueOrDefault();
        if (problem is not null) return problem;
        if (signed is null) return Reject(row, "missing-amount", "The row has no amount.");

        var indicator = row[_columns.Indicator];
        if (!indicator.IsEmpty && !CsvIndicator.IsKnown(indicator))
            return Reject(row, "bad-indicator", $"'{BankText.Excerpt(indicator)}' tells neither debit nor credit.");
        if (CsvIndicator.IsOut(indicator)) amount = -Math.Abs(amount);
        return null;
    }

    /// <summary>A debit is money out whatever its sign; zero beside the other column's amount is how some banks leave blank.</summary>
    private RejectedLine? ReadDebitOrCredit(CsvRecord row, out decimal amount)
    {
        var (ofDebit, ofCredit) = (ReadAmount(row, _columns.Debit, out var debit), ReadAmount(row, _columns.Credit, out var credit));
        amount = debit is not (null or 0) ? -Math.Abs(debit.Value) : credit ?? 0;
        if ((ofDebit ?? ofCredit) is { } problem) return problem;
        if (debit is null && credit is null) return Reject(row, "missing-amount", "The row has neither a debit nor a credit.");
        var hasBoth = debit is not (null or 0) && credit is not (null or 0);
        return hasBoth ? Reject(row, "bad-amount", "The row has both a debit and a credit.") : null;
    }

    private RejectedLine? ReadAmount(CsvRecord row, int? column, out decimal? amount)
    {
        amount = null;
        var text = row[column];
        if (text.IsEmpty || text is "-") return null;
        if (!BankAmount.TryParse(text, layout.DecimalSeparator, out var value))
            return Reject(row, "bad-amount", $"'{BankText.Excerpt(text)}' is not an amount.");
        amount = value;
        return null;
    }

    private RejectedLine Reject(CsvRecord row, string code, string reason) => new(row.Line, code, reason, row.Excerpt(layout.Delimiter));
}
