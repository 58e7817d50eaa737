namespace MyBudget.Features.Budgets.GetBudgetStatus;

internal sealed record GetBudgetStatus(Guid Id, DateOnly? On) : IQuery<BudgetStatusView?>;

internal sealed class GetBudgetStatusHandler(BudgetStatusRows statuses, TimeProvider time)
    : IRequestHandler<GetBudgetStatus, BudgetStatusView?>
{
    public Task<BudgetStatusView?> Handle(GetBudgetStatus request, CancellationToken cancellationToken) =>
        statuses.FindAsync(
            request.Id, request.On ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellationToken);
}
