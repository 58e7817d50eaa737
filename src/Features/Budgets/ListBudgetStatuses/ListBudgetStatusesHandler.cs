namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal sealed record ListBudgetStatuses(DateOnly? On, DateOnly? From, DateOnly? To) : IQuery<IReadOnlyList<BudgetStatusView>>;

internal sealed class ListBudgetStatusesHandler(BudgetStatusRows statuses, BudgetRows budgets)
    : IRequestHandler<ListBudgetStatuses, IReadOnlyList<BudgetStatusView>>
{
    public async Task<IReadOnlyList<BudgetStatusView>> Handle(ListBudgetStatuses request, CancellationToken cancellationToken)
    {
        var on = request.On ?? await budgets.TodayAsync(cancellationToken);
        if (request is { From: null, To: null }) return await statuses.ListAsync(on, cancellationToken);
        return (await statuses.RangeAsync(id: null, StatusRange.Of(request.From, request.To, on), on, cancellationToken))!;
    }
}
