namespace MyBudget.BankFiles.Ofx;

/// <summary>The fields of one <c>STMTTRN</c> or <c>STMTTRNP</c> as they come (OFX 2.2 specification, chapter 11).</summary>
internal sealed class OfxTransaction(int line, bool isPending)
{
    private string? _posted, _user, _initiated, _amount;
    private string? _bankId, _checkNumber, _name, _payeeName, _memo, _currency;

    public int Line { get; } = line;

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

    /// <summary>Null where the entry must be rejected.</summary>
    public BankEntry? ToEntry(out RejectedLine? rejected)
    {
        rejected = null;
        var when = Given(_posted) ?? Given(_user) ?? Given(_initiated);
        if (when is null) return Reject("missing-date", "The entry has no date.", out rejected);
        if (!OfxDate.TryParse(when, out var date))
            return Reject("bad-date", $"'{BankText.Excerpt(when)}' is not a date.", out rejected);
        if (string.IsNullOrEmpty(_amount)) return Reject("missing-amount", "The entry has no amount.", out rejected);
        if (!BankAmount.TryParse(_amount, '\0', out var amount))
            return Reject("bad-amount", $"'{BankText.Excerpt(_amount)}' is not an amount.", out rejected);

        var payee = _name ?? _payeeName ?? _memo;
        var memo = string.Equals(_memo, payee, StringComparison.Ordinal) ? null : _memo;
        if (IsTooLong(payee) || IsTooLong(memo) || IsTooLong(_bankId) || IsTooLong(_checkNumber))
            return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.", out rejected);
        return new BankEntry(Line, date, amount, payee, memo, NotZero(_bankId), _currency, NotZero(_checkNumber), CategoryHint: null, isPending);
    }

    public RejectedLine Truncated() => new(Line, "truncated", "The file ends within this entry.", Excerpt());

    private BankEntry? Reject(string code, string reason, out RejectedLine? rejected)
    {
        rejected = new RejectedLine(Line, code, reason, Excerpt());
        return null;
    }

    private string Excerpt() => BankText.Excerpt(string.Join(' ', new[] { _posted, _amount, _name ?? _payeeName ?? _memo }.OfType<string>()));

    private static string? Given(string? date) => OfxDate.IsBlank(date) ? null : date;

    private static string? NotZero(string? number) => number.AsSpan().ContainsAnyExcept('0') ? number : null;

    private static bool IsTooLong(string? text) => text?.Length > BankText.MaxLength;
}
