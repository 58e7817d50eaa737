namespace MyBudget.Domain.Budgets;

/// <summary>Finds the amounts of periods that are asked for in ascending order, going through both once.</summary>
/// <remarks>
/// Compared with the period's end, so that a day inside it, which an edited schedule can leave behind, means the same period. Before the first
/// change there is only the first amount to go by.
/// </remarks>
internal sealed class AmountsInOrder
{
    private readonly BudgetAmount[] _lasting;
    private readonly BudgetAmount[] _single;
    private int _current;
    private int _next;

    public AmountsInOrder(IReadOnlyList<BudgetAmount> amounts)
    {
        // A stable order: of two changes in one period the later decision holds.
        _lasting = [.. amounts.Where(amount => !amount.OnlyPeriod).OrderBy(amount => amount.FromPeriodStart)];
        _single = [.. amounts.Where(amount => amount.OnlyPeriod).OrderBy(amount => amount.FromPeriodStart)];
        if (_lasting.Length == 0) throw new ArgumentException("A budget has at least one amount.", nameof(amounts));
    }

    public long Of(Period period)
    {
        while (_current + 1 < _lasting.Length && _lasting[_current + 1].FromPeriodStart <= period.End) _current++;
        while (_next < _single.Length && _single[_next].FromPeriodStart < period.Start) _next++;
        var amount = _lasting[_current].Amount;
        for (var i = _next; i < _single.Length && _single[i].FromPeriodStart <= period.End; i++) amount = _single[i].Amount;
        return amount;
    }
}
