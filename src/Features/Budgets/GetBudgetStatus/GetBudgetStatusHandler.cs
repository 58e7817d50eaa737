namespace MyBudget.Features.Budgets.GetBudgetStatus;

internal sealed record GetBudgetStatus(Guid Id, DateOnly? On) : IQuery<BudgetStatusView?>;

internal sealed class GetBudgetStatusHandler(BudgetStatusRows statuses, BudgetRows budgets) : IRequestHandler<GetBudgetStatus, BudgetStatusView?>
{
    public async Task<BudgetStatusView?> Handle(GetBudgetStatus request, CancellationToken cancellationToken) =>
        await statuses.FindAsync(request.Id, request.On ?? await budgets.TodayAsync(cancellationToken), cancellationToken);
}
