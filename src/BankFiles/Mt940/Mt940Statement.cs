namespace MyBudget.BankFiles.Mt940;

/// <summary>One message while it is being read: a statement, or a page of one.</summary>
internal sealed class Mt940Statement
{
    private readonly BankEntries _entries = new();
    private readonly List<RejectedLine> _rejected = [];
    private Mt940Line? _open;
    private int _line = 1;
    private IReadOnlyList<string> _details = [];
    private Mt940Balance? _opening, _closing;
    private string? _account;
    private decimal? _moved = 0;
    private bool _isLastPage;
    private (string Number, int Page)? _place;

    public bool HasOpening => _opening is not null;

    public bool HasClosing { get; private set; }

    public bool IsEmpty => !HasOpening && _account is null;

    public void Set(string tag, List<string> lines, int line)
    {
        if (IsEmpty) _line = line;
        switch (tag)
        {
            case "25" or "25P": _account ??= BankText.Clean(lines[0]) is { Length: <= BankText.MaxLength } account ? account : null; break;
            case "28C" or "28": _place ??= PlaceOf(lines[0]); break;
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

    /// <summary>That pages are missing between this one and the one before it is said.</summary>
    public void Follow(Mt940Statement before)
    {
        if (_place is not { } place || before._place is not { } former || place.Number != former.Number) return;
        var isGap = place.Page > former.Page + 1
            || (before is { _isLastPage: false, _closing: { } closing } && _opening is { } opening && opening.Amount != closing.Amount);
        if (!isGap) return;
        _rejected.Add(new RejectedLine(
            _line, "missing-page",
            $"Of statement {place.Number} page {place.Page} follows page {former.Page}, but the entries between them are missing.",
            Text: null));
    }

    public bool IsOfSameAccount(Mt940Statement other) => string.Equals(_account, other._account, StringComparison.Ordinal);

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

    /// <summary>Such as <c>5/2</c>: the second page of statement 5.</summary>
    private static (string Number, int Page)? PlaceOf(string text)
    {
        var parts = text.Trim().Split('/');
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (BankText.Excerpt(parts[0].TrimStart('0')), page)
            : null;
    }

    /// <summary>Some banks put the currency behind the number.</summary>
    private string? Account(string? currency)
    {
        if (currency is null || _account is null || !_account.EndsWith(currency, StringComparison.Ordinal)) return _account;
        return BankText.Clean(_account.AsSpan(0, _account.Length - currency.Length)) ?? _account;
    }
}
