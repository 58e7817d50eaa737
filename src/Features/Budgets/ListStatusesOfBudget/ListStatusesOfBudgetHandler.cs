namespace MyBudget.Features.Budgets.ListStatusesOfBudget;

internal sealed record ListStatusesOfBudget(Guid Id, DateOnly? On, DateOnly? From, DateOnly? To) : IQuery<IReadOnlyList<BudgetStatusView>?>;

internal sealed class ListStatusesOfBudgetHandler(BudgetStatusRows statuses, BudgetRows budgets)
    : IRequestHandler<ListStatusesOfBudget, IReadOnlyList<BudgetStatusView>?>
{
    public async Task<IReadOnlyList<BudgetStatusView>?> Handle(ListStatusesOfBudget request, CancellationToken cancellationToken)
    {
        var on = request.On ?? await budgets.TodayAsync(cancellationToken);
        return await statuses.RangeAsync(request.Id, StatusRange.Of(request.From, request.To, on), on, cancellationToken);
    }
}
