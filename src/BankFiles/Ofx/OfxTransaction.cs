namespace MyBudget.BankFiles.Ofx;

/// <summary>The fields of one <c>STMTTRN</c> or <c>STMTTRNP</c> as they come (OFX 2.2 specification, chapter 11).</summary>
internal sealed class OfxTransaction(int line, bool isPending)
{
    private string? _posted, _user, _initiated, _amount;
    private string? _bankId, _checkNumber, _name, _payeeName, _memo, _currency, _type, _corrects, _correction;

    public string? BankId => NotZero(_bankId);

    /// <summary>What the bank corrects with this one (OFX 2.2 specification, section 11.4.4.1).</summary>
    public BankCorrection? Corrects =>
        _corrects is null ? null : new BankCorrection(_corrects, string.Equals(_correction, "DELETE", StringComparison.OrdinalIgnoreCase));

    public void Set(OfxTag aggregate, OfxTag field, string value)
    {
        switch (aggregate, field)
        {
            case (OfxTag.Payee or OfxTag.ExtdPayee, OfxTag.Name): _payeeName ??= BankText.Clean(value); break;
            case (OfxTag.Currency, OfxTag.CurSym): _currency ??= BankText.Currency(value); break;
            case (not OfxTag.None, _): break;
            case (_, OfxTag.TrnType): _type ??= value; break;
            case (_, OfxTag.CorrectFitId): _corrects ??= BankText.Clean(value); break;
            case (_, OfxTag.CorrectAction): _correction ??= value; break;
            case (_, OfxTag.DtPosted): _posted ??= value; break;
            case (_, OfxTag.DtUser): _user ??= value; break;
            case (_, OfxTag.DtTran): _initiated ??= value; break;
            case (_, OfxTag.TrnAmt): _amount ??= value; break;
            case (_, OfxTag.FitId): _bankId ??= BankText.Clean(value); break;
            case (_, OfxTag.CheckNum): _checkNumber ??= BankText.Clean(value); break;
            case (_, OfxTag.Name): _name ??= BankText.Clean(value); break;
            case (_, OfxTag.Memo): _memo ??= BankText.Clean(value); break;
        }
    }

    public void Witness(StatementAmounts amounts) => amounts.Witness(_amount);

    public void Witness(StatementAmounts amounts, OfxSigns signs)
    {
        if (!string.IsNullOrEmpty(_amount) && amounts.TryParse(_amount, out var amount)) signs.Witness(amount, _type, _name, _payeeName, _memo);
    }

    /// <summary>Answers why there is no entry; null where there is one.</summary>
    public RejectedLine? Read(StatementAmounts amounts, OfxSigns signs, out BankEntry? entry)
    {
        entry = null;
        var when = Given(_posted) ?? Given(_user) ?? Given(_initiated);
        if (when is null) return Reject("missing-date", "The entry has no date.");
        if (!OfxDate.TryParse(when, out var date))
            return Reject("bad-date", $"'{BankText.Excerpt(when)}' is not a date.");
        if (string.IsNullOrEmpty(_amount)) return Reject("missing-amount", "The entry has no amount.");
        if (!amounts.TryParse(_amount, out var amount))
            return Reject("bad-amount", $"'{BankText.Excerpt(_amount)}' is not an amount.");
        if (!signs.TryTurn(ref amount, _type))
            return Reject("bad-indicator", $"The amounts have no signs, and '{BankText.Excerpt(_type)}' tells neither debit nor credit.");

        var payee = _name ?? _payeeName ?? _memo;
        var memo = string.Equals(_memo, payee, StringComparison.Ordinal) ? null : _memo;
        if (Array.Exists([payee, memo, _bankId, _checkNumber, _corrects], text => text?.Length > BankText.MaxLength))
            return Reject("text-too-long", $"A text of the entry is longer than {BankText.MaxLength} characters.");
        var check = NotZero(_checkNumber);
        entry = new BankEntry(line, date, amount, payee, memo, BankId, _currency, check, null, isPending) { Corrects = Corrects };
        return null;
    }

    public RejectedLine Truncated() => Reject("truncated", "The file ends within this entry.");

    public RejectedLine Corrected(bool isDeletion) => isDeletion
        ? Reject("corrected", "The bank took this entry back, further on in the file.")
        : Reject("corrected", "The bank replaced this entry by another one of the file.");

    public RejectedLine Deletes() => Reject("correction", "With this the bank takes back another entry of the file.");

    private RejectedLine Reject(string code, string reason) => new(
        line, code, reason, BankText.Excerpt(string.Join(' ', new[] { _posted, _amount, _name ?? _payeeName ?? _memo }.OfType<string>())));

    private static string? Given(string? date) => OfxDate.IsBlank(date) ? null : date;

    private static string? NotZero(string? number) => number.AsSpan().ContainsAnyExcept('0') ? number : null;
}
