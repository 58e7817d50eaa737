namespace MyBudget.Features.Budgets.GetBudget;

internal sealed record GetBudget(Guid Id, DateOnly? On) : IQuery<JsonText?>;

internal sealed class GetBudgetHandler(BudgetRows budgets) : IRequestHandler<GetBudget, JsonText?>
{
    public async Task<JsonText?> Handle(GetBudget request, CancellationToken cancellationToken) =>
        await budgets.FindAsync(request.Id, request.On, cancellationToken) is { } budget ? BudgetView.Show(budget) : null;
}
