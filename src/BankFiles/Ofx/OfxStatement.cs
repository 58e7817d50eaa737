namespace MyBudget.BankFiles.Ofx;

/// <summary>One <c>STMTRS</c>, <c>CCSTMTRS</c> or <c>INVSTMTRS</c> while it is being read.</summary>
internal sealed class OfxStatement(OfxTag kind)
{
    private readonly List<BankEntry> _entries = [];
    private readonly List<RejectedLine> _rejected = [];
    private string? _account, _accountType, _currency, _balance, _balanceDate;

    public void Set(OfxTag aggregate, OfxTag field, ReadOnlySpan<char> value)
    {
        switch (aggregate, field)
        {
            case (OfxTag.None, OfxTag.CurDef): _currency ??= BankText.Currency(value); break;
            case (OfxTag.BankAcctFrom or OfxTag.CcAcctFrom or OfxTag.InvAcctFrom, OfxTag.AcctId): _account ??= BankText.Clean(value); break;
            case (OfxTag.BankAcctFrom, OfxTag.AcctType): _accountType ??= value.ToString(); break;
            case (OfxTag.LedgerBal, OfxTag.BalAmt): _balance ??= value.ToString(); break;
            case (OfxTag.LedgerBal, OfxTag.DtAsOf): _balanceDate ??= value.ToString(); break;
        }
    }

    public void Add(OfxTransaction transaction)
    {
        if (transaction.Read(out var entry) is { } rejected) _rejected.Add(rejected);
        else _entries.Add(entry!);
    }

    public void Reject(RejectedLine line) => _rejected.Add(line);

    public BankStatement ToStatement()
    {
        BankIds.DropRepeated(_entries);
        var account = _account?.Length > BankText.MaxLength ? null : _account;
        return new BankStatement(account, AccountKind(), _currency, _entries, _rejected, Balance());
    }

    private StatementBalance? Balance()
    {
        if (!BankAmount.TryParse(_balance, '\0', out var amount)) return null;
        return new StatementBalance(amount, OfxDate.TryParse(_balanceDate, out var date) ? date : null);
    }

    private string? AccountKind() => kind switch
    {
        OfxTag.CcStmtRs => "creditCard",
        OfxTag.InvStmtRs => "investment",
        _ => _accountType?.ToUpperInvariant() switch
        {
            "CHECKING" => "checking",
            "SAVINGS" => "savings",
            "MONEYMRKT" => "moneyMarket",
            "CREDITLINE" => "creditLine",
            "CD" => "certificate",
            _ => null,
        },
    };
}
