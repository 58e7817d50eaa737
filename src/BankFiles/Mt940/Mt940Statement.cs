namespace MyBudget.BankFiles.Mt940;

/// <summary>One message while it is being read: a statement, or a page of one.</summary>
internal sealed class Mt940Statement
{
    private readonly List<BankEntry> _entries = [];
    private readonly List<RejectedLine> _rejected = [];
    private Mt940Line? _open;
    private IReadOnlyList<string> _details = [];
    private Mt940Balance? _opening, _closing;
    private string? _account;
    private decimal? _moved = 0;
    private bool _isLastPage;

    public bool HasOpening => _opening is not null;

    public bool HasClosing { get; private set; }

    public bool IsEmpty => !HasOpening && _account is null;

    public void Set(string tag, List<string> lines, int line)
    {
        switch (tag)
        {
            case "25" or "25P": _account ??= BankText.Clean(lines[0]) is { Length: <= BankText.MaxLength } account ? account : null; break;
            case "60F" or "60M": _opening ??= Mt940Balance.Read(lines[0]); break;
            case "61":
                EndEntry();
                _open = new Mt940Line([.. lines], line);
                break;
            // Behind the closing balance it tells of the statement.
            case "86" when _open is not null: _details = [.. lines]; break;
            case "62F" or "62M":
                EndEntry();
                (HasClosing, _isLastPage) = (true, tag is "62F");
                _closing ??= Mt940Balance.Read(lines[0]);
                break;
        }
    }

    public void Cut(int line) => _rejected.Add(new RejectedLine(
        Math.Max(line, 1), "truncated", "The file ends before its end is announced; entries may be missing.", Text: null));

    public BalanceChain.Link LinkInto(Dictionary<string, BalanceChain> chains)
    {
        EndEntry();
        if (!chains.TryGetValue(_account ?? "", out var chain)) chains.Add(_account ?? "", chain = new BalanceChain());
        return chain.Add(_opening?.Amount, _moved, _closing?.Amount);
    }

    public BankStatement ToStatement(BalanceCheck check)
    {
        BankIds.DropRepeated(_entries);
        var currency = _opening?.Currency ?? _closing?.Currency;
        var balance = _isLastPage && _closing is { } closing ? new StatementBalance(closing.Amount, closing.Date) : null;
        return new BankStatement(Account(currency), AccountKind: null, currency, _entries, _rejected, balance) { BalanceCheck = check };
    }

    private void EndEntry()
    {
        if (_open is { } open)
        {
            if (open.Read(_details, out var entry) is { } rejected) _rejected.Add(rejected);
            else _entries.Add(entry!);
            if (!open.IsPending) _moved += open.Amount;
        }

        _open = null;
        _details = [];
    }

    /// <summary>Some banks put the currency behind the number.</summary>
    private string? Account(string? currency)
    {
        if (currency is null || _account is null || !_account.EndsWith(currency, StringComparison.Ordinal)) return _account;
        return BankText.Clean(_account.AsSpan(0, _account.Length - currency.Length)) ?? _account;
    }
}
