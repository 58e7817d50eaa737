namespace MyBudget.BankFiles.Camt;

/// <summary>One <c>Stmt</c> or <c>Rpt</c> while it is being read.</summary>
internal sealed class CamtStatement
{
    private readonly BankEntries _entries = new();
    private readonly List<RejectedLine> _rejected = [];
    private readonly List<CamtNode> _balances = [];
    private string? _account, _bank, _currency;

    public CamtNode? Summary { get; set; }

    /// <summary>It is one page of several.</summary>
    public bool IsPage { get; set; }

    public string? Account => _account;

    public CamtTotals Totals { get; } = new();

    public void SetAccount(CamtNode account)
    {
        _account = Short(account.TextOf("Id", "IBAN") ?? account.TextOf("Id", "Othr", "Id"));
        // An IBAN names its bank already.
        if (account.Find("Id", "IBAN") is null)
            _bank = Short(account.TextOf("Svcr", "FinInstnId", "BICFI") ?? account.TextOf("Svcr", "FinInstnId", "BIC"));
        _currency = BankText.Currency(account.TextOf("Ccy"));
    }

    public void AddBalance(CamtNode balance) => _balances.Add(balance);

    public void Add(CamtNode node, RowLimit limit)
    {
        var entry = new CamtEntry(node);
        if (entry.Read(_entries, out var amount, out var isPending) is { } rejected) _rejected.Add(rejected);
        Totals.Add(amount, isPending, entry.Details);
        limit.Count(Math.Max(1, entry.Details));
    }

    public void Cut(int line)
    {
        Totals.IsCut = true;
        _rejected.Add(new RejectedLine(
            Math.Max(line, 1), "truncated",
            "The file ends before its end is announced, or cannot be read from here on; entries may be missing.", Text: null));
    }

    /// <summary>The booked balance of this kind: the closing one of the day before is as good as the opening one.</summary>
    public StatementBalance? BalanceOf(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            var found = _balances.Find(balance => balance.TextOf("Tp", "CdOrPrtry", "Cd") == code);
            if (found is null || !CamtEntry.TryAmount(found, out var amount)) continue;
            return new StatementBalance(amount, CamtEntry.TryDate(found.Find("Dt"), out var date) ? date : null);
        }

        return null;
    }

    public BankStatement ToStatement(BalanceCheck check)
    {
        BankIds.DropRepeated(_entries);
        var currency = _currency ?? BankText.Currency(_balances.Find(balance => balance.Find("Amt") is not null)?.Find("Amt")?.Currency);
        return new BankStatement(_account, AccountKind: null, currency, _entries, _rejected, BalanceOf("CLBD"))
        {
            Bank = _bank,
            BalanceCheck = check,
        };
    }

    private static string? Short(string? text) => text?.Length > BankText.MaxLength ? null : text;
}
