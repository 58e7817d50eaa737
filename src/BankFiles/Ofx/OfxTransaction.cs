namespace MyBudget.BankFiles.Ofx;

/// <summary>The fields of one <c>STMTTRN</c> or <c>STMTTRNP</c> as they come (OFX 2.2 specification, chapter 11).</summary>
internal sealed class OfxTransaction(int line, bool isPending)
{
    private string? _posted, _user, _initiated, _amount;
    private string? _bankId, _checkNumber, _name, _payeeName, _memo, _currency;

    public void Set(OfxTag aggregate, OfxTag field, ReadOnlySpan<char> value)
    {
        switch (aggregate, field)
        {
            case (OfxTag.Payee or OfxTag.ExtdPayee, OfxTag.Name): _payeeName ??= BankText.Clean(value); break;
            case (OfxTag.Currency, OfxTag.CurSym): _currency ??= BankText.Currency(value); break;
            case (not OfxTag.None, _): break;
            case (_, OfxTag.DtPosted): _posted ??= value.ToString(); break;
            case (_, OfxTag.DtUser): _user ??= value.ToString(); break;
            case (_, OfxTag.DtTran): _initiated ??= value.ToString(); break;
            case (_, OfxTag.TrnAmt): _amount ??= value.ToString(); break;
            case (_, OfxTag.FitId): _bankId ??= BankText.Clean(value); break;
            case (_, OfxTag.CheckNum): _checkNumber ??= BankText.Clean(value); break;
            case (_, OfxTag.Name): _name ??= BankText.Clean(value); break;
            case (_, OfxTag.Memo): _memo ??= BankText.Clean(value); break;
        }
    }

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(out BankEntry? entry)
    {
        entry = null;
        var when = Given(_posted) ?? Given(_user) ?? Given(_initiated);
        if (when is null) return Reject("missing-date", "The entry has no date.");
        if (!OfxDate.TryParse(when, out var date))
            return Reject("bad-date", $"'{BankText.Excerpt(when)}' is not a date.");
        if (string.IsNullOrEmpty(_amount)) return Reject("missing-amount", "The entry has no amount.");
        if (!BankAmount.TryParse(_amount, '\0', out var amount))
            return Reject("bad-amount", $"'{BankText.Excerpt(_amount)}' is not an amount.");

        var payee = _name ?? _payeeName ?? _memo;
        var memo = string.Equals(_memo, payee, StringComparison.Ordinal) ? null : _memo;
        if (Array.Exists([payee, memo, _bankId, _checkNumber], text => text?.Length > BankText.MaxLength))
            return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.");
        entry = new BankEntry(line, date, amount, payee, memo, NotZero(_bankId), _currency, NotZero(_checkNumber), null, isPending);
        return null;
    }

    public RejectedLine Truncated() => Reject("truncated", "The file ends within this entry.");

    private RejectedLine Reject(string code, string reason) => new(
        line, code, reason, BankText.Excerpt(string.Join(' ', new[] { _posted, _amount, _name ?? _payeeName ?? _memo }.OfType<string>())));

    private static string? Given(string? date) => OfxDate.IsBlank(date) ? null : date;

    private static string? NotZero(string? number) => number.AsSpan().ContainsAnyExcept('0') ? number : null;
}
