namespace MyBudget.BankFiles.Csv;

/// <summary>Turns one record into an entry, or says why not.</summary>
internal sealed class CsvRowReader(CsvTable table, CsvLayout layout, CsvAmountSource source, CsvDateFormat dates)
{
    private readonly CsvColumns _columns = layout.Columns;
    private readonly CsvRowAmounts _amounts = new(source, layout);
    private readonly SortedSet<string> _unknownStates = new(
        table.DoubtfulStates.Select(text => BankText.Excerpt(text)), StringComparer.Ordinal);
    private readonly int _needed = Math.Max(
        layout.Columns.Date,
        layout.Columns.Amount ?? Math.Min(layout.Columns.Debit ?? int.MaxValue, layout.Columns.Credit ?? int.MaxValue));

    /// <summary>A few of the states that are not known.</summary>
    public IReadOnlyList<string>? UnknownStates => _unknownStates.Count == 0 ? null : [.. _unknownStates.Take(10)];

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(int index, out BankEntry? entry)
    {
        entry = null;
        var row = table.Rows[index];
        if (table.MoneyRows[index] == CsvRowKind.OtherTable)
            return Reject(row, "other-table", "The row stands under another header. Say its line in `skipLines` to read that table.");
        if (row.Count <= _needed)
            return Reject(row, "too-few-columns", $"The row has {row.Count} columns, too few for a date and an amount.");
        if (row.Count > table.Width && row.Fields.AsSpan(table.Width).ContainsAnyExcept(""))
            return Reject(row, "too-many-columns", $"The row has {row.Count} columns where {table.Width} are expected.");
        if (ReadDate(row, out var date) is { } badDate) return badDate;
        if (table.MoneyRows[index] is CsvRowKind.Balance or CsvRowKind.Total)
            return Reject(row, "balance-row", "The row is a balance, a turnover or a total, not an entry.");
        if (table.MoneyRows[index] == CsvRowKind.NotBooked)
            return Reject(row, "not-booked", "The bank marks the row as failed, declined, reverted or without effect.");
        return (_amounts.Read(row, index, out var amount) is { } badAmount ? Reject(row, badAmount.Code, badAmount.Reason) : null)
            ?? ReadTexts(row, index, date, amount, out entry);
    }

    private RejectedLine? ReadDate(CsvRecord row, out DateOnly date)
    {
        date = default;
        var day = row[_columns.Date];
        if (day.IsEmpty || AmountMarks.IsBlank(day)) day = row[_columns.ValueDate];
        if (day.IsEmpty) return Reject(row, "missing-date", "The row has no date.");
        return dates.TryParse(day, out date)
            ? null
            : Reject(row, "bad-date", $"'{BankText.Excerpt(day)}' is not a date of the form {dates.Pattern}.");
    }

    private RejectedLine? ReadTexts(CsvRecord row, int index, DateOnly date, decimal amount, out BankEntry? entry)
    {
        entry = null;
        var payee = Payee(row, amount);
        var memo = Memo(row);
        payee ??= memo;
        if (string.Equals(payee, memo, StringComparison.Ordinal)) memo = null;
        var bankId = row.TextOf(_columns.BankId);
        var check = row.TextOf(_columns.CheckNumber);
        var category = row.TextOf(_columns.Category);
        if (Array.Exists([payee, memo, bankId, check, category], text => text?.Length > BankText.MaxLength))
            return Reject(row, "text-too-long", $"A text of the row is longer than {BankText.MaxLength} characters.");

        var currencyText = row[_columns.Currency];
        var own = table.Options.Currency;
        // What stands in the amount's own cell is its currency, whatever else the row names.
        var currency = CurrencyMarks.OfAmount(AmountText(row), own) ?? CurrencyMarks.Of(currencyText, own);
        if (currency is null && !currencyText.IsEmpty && !CurrencyMarks.IsKnown(currencyText))
            return Reject(row, "bad-currency", $"'{BankText.Excerpt(currencyText)}' is not a currency code.");
        var status = Status(row);
        if (status == CsvStatus.NotBooked && !table.HasMoved(index))
            return Reject(row, "not-booked", "The bank marks the row as failed, declined or reverted.");
        bool? isPending = table.IsPending(index) ? true : _columns.Status is null ? null : status == CsvStatus.Pending;
        entry = new BankEntry(row.Line, date, amount, payee, memo, bankId, currency, check, category, isPending);
        return null;
    }

    private ReadOnlySpan<char> AmountText(CsvRecord row)
    {
        if (_columns.Amount is not null) return row[_columns.Amount];
        return AmountMarks.IsBlank(row[_columns.Debit]) ? row[_columns.Credit] : row[_columns.Debit];
    }

    private string? Payee(CsvRecord row, decimal amount)
    {
        var payee = row.TextOf(_columns.Payee);
        if (amount > 0 && row.TextOf(_columns.Payer) is { } payer) return payer;
        for (var i = 0; payee is null && i < (_columns.OtherPayees?.Count ?? 0); i++) payee = row.TextOf(_columns.OtherPayees![i]);
        return payee;
    }

    private string? Memo(CsvRecord row)
    {
        var memo = row.TextOf(_columns.Memo);
        if (_columns.OtherTexts is null) return memo;
        var texts = _columns.OtherTexts.Select(column => row.TextOf(column)).Prepend(memo).OfType<string>()
            .Distinct(StringComparer.Ordinal);
        return BankText.Clean(string.Join("; ", texts));
    }

    private CsvStatus Status(CsvRecord row)
    {
        var text = row[_columns.Status];
        var status = CsvStatusWords.Of(text);
        if (status == CsvStatus.Unknown && _unknownStates.Count < 50) _unknownStates.Add(BankText.Excerpt(text));
        return status;
    }

    private RejectedLine Reject(CsvRecord row, string code, string reason) => new(row.Line, code, reason, row.Excerpt(layout.Delimiter));
}
