namespace MyBudget.BankFiles;

/// <summary>
/// Checks what statements of one account, which may be pages of one, move against the balances before and after. Each answers with the
/// check of the chain that it belongs to.
/// </summary>
internal sealed class BalanceChain
{
    private readonly List<Link> _links = [];
    private decimal _expected;
    private bool _isKnown;

    public sealed class Link
    {
        public BalanceCheck Check { get; set; }
    }

    /// <param name="opening">Null where the page before has it.</param>
    /// <param name="moved">Null where an amount cannot be read.</param>
    /// <param name="closing">Null where a later page has it.</param>
    public Link Add(decimal? opening, decimal? moved, decimal? closing)
    {
        var link = new Link();
        if (opening is { } before)
        {
            _links.Clear();
            (_expected, _isKnown) = (before, true);
        }

        _links.Add(link);
        _isKnown &= moved is not null;
        _expected += moved ?? 0;
        if (closing is not { } after) return link;

        if (_isKnown)
        {
            foreach (var part in _links) part.Check = _expected == after ? BalanceCheck.Proved : BalanceCheck.Contradicted;
        }

        _links.Clear();
        _isKnown = false;
        return link;
    }
}
