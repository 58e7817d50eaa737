namespace MyBudget.BankFiles.Csv;

/// <summary>Turns one record into an entry, or says why not.</summary>
internal sealed class CsvRowReader(CsvLayout layout, CsvDateFormat dates, int width)
{
    private readonly CsvColumns _columns = layout.Columns;
    private readonly int _needed = Math.Max(
        layout.Columns.Date,
        layout.Columns.Amount ?? Math.Min(layout.Columns.Debit ?? int.MaxValue, layout.Columns.Credit ?? int.MaxValue));

    /// <summary>Null where the row must be rejected.</summary>
    public BankEntry? Read(CsvRecord row, out RejectedLine? rejected)
    {
        rejected = null;
        if (row.Fields.Length <= _needed)
            return Reject(row, "too-few-columns", $"The row has {row.Fields.Length} columns, too few for a date and an amount.", out rejected);
        if (row.Fields.AsSpan(Math.Min(width, row.Fields.Length)).ContainsAnyExcept(""))
            return Reject(row, "too-many-columns", $"The row has {row.Fields.Length} columns where {width} are expected.", out rejected);

        var day = row[_columns.Date];
        if (day.IsEmpty) return Reject(row, "missing-date", "The row has no date.", out rejected);
        if (!dates.TryParse(day, out var date))
            return Reject(row, "bad-date", $"'{BankText.Excerpt(day)}' is not a date of the form {dates.Pattern}.", out rejected);
        if (!TryAmount(row, out var amount, out rejected)) return null;
        return Entry(row, date, layout.Negate ? -amount : amount, out rejected);
    }

    private BankEntry? Entry(CsvRecord row, DateOnly date, decimal amount, out RejectedLine? rejected)
    {
        rejected = null;
        var payee = BankText.Clean(row[_columns.Payee]);
        var memo = BankText.Clean(row[_columns.Memo]);
        payee ??= memo;
        if (string.Equals(payee, memo, StringComparison.Ordinal)) memo = null;
        var bankId = BankText.Clean(row[_columns.BankId]);
        var check = BankText.Clean(row[_columns.CheckNumber]);
        var category = BankText.Clean(row[_columns.Category]);
        if (IsTooLong(payee) || IsTooLong(memo) || IsTooLong(bankId) || IsTooLong(check) || IsTooLong(category))
            return Reject(row, "text-too-long", $"A text of the row is longer than {BankText.MaxLength} characters.", out rejected);

        var currencyText = row[_columns.Currency];
        var currency = BankText.Currency(currencyText);
        if (currency is null && !currencyText.IsEmpty)
            return Reject(row, "bad-currency", $"'{BankText.Excerpt(currencyText)}' is not a currency code.", out rejected);
        var status = CsvStatusWords.Of(row[_columns.Status]);
        if (status == CsvStatus.NotBooked)
            return Reject(row, "not-booked", "The bank marks the row as failed, declined or reverted.", out rejected);
        bool? isPending = _columns.Status is null ? null : status == CsvStatus.Pending;
        return new BankEntry(row.Line, date, amount, payee, memo, bankId, currency, check, category, isPending);
    }

    private bool TryAmount(CsvRecord row, out decimal amount, out RejectedLine? rejected)
    {
        rejected = null;
        if (_columns.Amount is null) return TryDebitOrCredit(row, out amount, out rejected);
        if (!TryParse(row, _columns.Amount, out var signed, out rejected))
        {
            amount = 0;
            return false;
        }

        amount = signed.GetValueOrDefault();
        if (signed is null)
        {
            Reject(row, "missing-amount", "The row has no amount.", out rejected);
            return false;
        }

        var indicator = row[_columns.Indicator];
        if (indicator.IsEmpty) return true;
        if (!CsvIndicator.IsKnown(indicator))
        {
            Reject(row, "bad-indicator", $"'{BankText.Excerpt(indicator)}' tells neither debit nor credit.", out rejected);
            return false;
        }

        if (CsvIndicator.IsOut(indicator)) amount = -Math.Abs(amount);
        return true;
    }

    /// <summary>A debit is money out whatever its sign; zero beside the other column's amount is how some banks leave blank.</summary>
    private bool TryDebitOrCredit(CsvRecord row, out decimal amount, out RejectedLine? rejected)
    {
        amount = 0;
        if (!TryParse(row, _columns.Debit, out var debit, out rejected) || !TryParse(row, _columns.Credit, out var credit, out rejected))
            return false;
        if (debit is null && credit is null)
        {
            Reject(row, "missing-amount", "The row has neither a debit nor a credit.", out rejected);
            return false;
        }

        if (debit is not (null or 0) && credit is not (null or 0))
        {
            Reject(row, "bad-amount", "The row has both a debit and a credit.", out rejected);
            return false;
        }

        amount = debit is not (null or 0) ? -Math.Abs(debit.Value) : credit ?? 0;
        return true;
    }

    private bool TryParse(CsvRecord row, int? column, out decimal? amount, out RejectedLine? rejected)
    {
        amount = null;
        rejected = null;
        var text = row[column];
        if (text.IsEmpty || text is "-") return true;
        if (BankAmount.TryParse(text, layout.DecimalSeparator, out var value))
        {
            amount = value;
            return true;
        }

        Reject(row, "bad-amount", $"'{BankText.Excerpt(text)}' is not an amount.", out rejected);
        return false;
    }

    private BankEntry? Reject(CsvRecord row, string code, string reason, out RejectedLine? rejected)
    {
        rejected = new RejectedLine(row.Line, code, reason, row.Excerpt(layout.Delimiter));
        return null;
    }

    private static bool IsTooLong(string? text) => text?.Length > BankText.MaxLength;
}
