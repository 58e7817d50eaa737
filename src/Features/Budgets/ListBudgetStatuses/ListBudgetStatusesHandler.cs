namespace MyBudget.Features.Budgets.ListBudgetStatuses;

internal sealed record ListBudgetStatuses(DateOnly? On) : IQuery<IReadOnlyList<BudgetStatusView>>;

internal sealed class ListBudgetStatusesHandler(BudgetStatusRows statuses, TimeProvider time)
    : IRequestHandler<ListBudgetStatuses, IReadOnlyList<BudgetStatusView>>
{
    public Task<IReadOnlyList<BudgetStatusView>> Handle(ListBudgetStatuses request, CancellationToken cancellationToken) =>
        statuses.ListAsync(request.On ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
}
