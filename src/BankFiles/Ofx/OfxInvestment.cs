namespace MyBudget.BankFiles.Ofx;

/// <summary>A purchase, sale or other movement of securities: no entry of a budget, but not passed over in silence.</summary>
internal sealed class OfxInvestment(OfxTag kind, int line)
{
    private string? _date, _total, _memo;

    public void Set(OfxTag field, string value)
    {
        switch (field)
        {
            case OfxTag.DtTrade: _date ??= value; break;
            case OfxTag.Total: _total ??= value; break;
            case OfxTag.Memo: _memo ??= value; break;
        }
    }

    public RejectedLine Reject() => new(
        line, "investment-entry", "Purchases, sales and transfers of securities are not imported.",
        BankText.Excerpt(string.Join(' ', new[] { kind.ToString().ToUpperInvariant(), _date, _total, _memo }.OfType<string>())));
}
