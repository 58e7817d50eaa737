namespace MyBudget.BankFiles.Ofx;

/// <summary>One <c>STMTRS</c>, <c>CCSTMTRS</c> or <c>INVSTMTRS</c> while it is being read.</summary>
internal sealed class OfxStatement(OfxTag kind)
{
    private readonly Queue<OfxTransaction> _transactions = new();
    private readonly List<RejectedLine> _rejected = [];
    private string? _account, _accountType, _bank, _currency, _balance, _balanceDate;

    public void Set(OfxTag aggregate, OfxTag field, string value)
    {
        switch (aggregate, field)
        {
            case (OfxTag.None, OfxTag.CurDef): _currency ??= BankText.Currency(value); break;
            case (OfxTag.BankAcctFrom or OfxTag.CcAcctFrom or OfxTag.InvAcctFrom, OfxTag.AcctId): _account ??= Short(value); break;
            case (OfxTag.BankAcctFrom, OfxTag.BankId) or (OfxTag.InvAcctFrom, OfxTag.BrokerId): _bank ??= Short(value); break;
            case (OfxTag.BankAcctFrom, OfxTag.AcctType): _accountType ??= value; break;
            case (OfxTag.LedgerBal, OfxTag.BalAmt): _balance ??= value; break;
            case (OfxTag.LedgerBal, OfxTag.DtAsOf): _balanceDate ??= value; break;
        }
    }

    public void Add(OfxTransaction transaction) => _transactions.Enqueue(transaction);

    public void Reject(RejectedLine line) => _rejected.Add(line);

    /// <summary>How the signs of the amounts are meant.</summary>
    public OfxSigns Signs { get; private set; } = new(null, isCard: false, isDebt: false);

    public void FindSigns(StatementAmounts amounts, BankFileOptions options)
    {
        var isCard = kind == OfxTag.CcStmtRs;
        Signs = new OfxSigns(options.Csv, isCard, isCard || options.IsDebt || AccountKind() is "creditLine");
        foreach (var transaction in _transactions) transaction.Witness(amounts, Signs);
    }

    public void Witness(StatementAmounts amounts)
    {
        amounts.Witness(_balance);
        foreach (var transaction in _transactions) transaction.Witness(amounts);
    }

    public BankStatement ToStatement(StatementAmounts amounts)
    {
        var entries = Entries(amounts);
        BankIds.DropRepeated(entries);
        return new BankStatement(_account, AccountKind(), _currency, entries, _rejected, Balance(amounts)) { Bank = _bank, Signs = Signs.Told };
    }

    /// <summary>What the bank corrects within the file is left out, and said; an earlier file may have told of it all the same.</summary>
    private BankEntries Entries(StatementAmounts amounts)
    {
        var corrections = new OfxCorrections(_transactions);
        var entries = new BankEntries();
        // One is let go when the other is made: a large file has not the memory for all of both.
        while (_transactions.TryDequeue(out var transaction))
        {
            var corrects = corrections.Of(transaction);
            var takesBack = corrects is { IsDeletion: true } && corrections.IsOfFile(transaction);
            if (corrections.Correcting(transaction) is { } by) _rejected.Add(transaction.Corrected(by.Corrects!.IsDeletion));
            else if (takesBack) _rejected.Add(transaction.Deletes() with { Corrects = corrects });
            else if (transaction.Read(amounts, Signs, out var entry) is { } rejected) _rejected.Add(rejected);
            else entries.Add(entry! with { Corrects = corrects });
        }

        return entries;
    }

    private StatementBalance? Balance(StatementAmounts amounts)
    {
        if (_balance is null || !amounts.TryParse(_balance, out var amount)) return null;
        return new StatementBalance(amount, OfxDate.TryParse(_balanceDate, out var date) ? date : null);
    }

    private static string? Short(string text) => BankText.Clean(text) is { Length: <= BankText.MaxLength } clean ? clean : null;

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
