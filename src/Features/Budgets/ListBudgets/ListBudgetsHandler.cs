namespace MyBudget.Features.Budgets.ListBudgets;

internal sealed record ListBudgets(DateOnly? On) : IQuery<JsonText>;

internal sealed class ListBudgetsHandler(BudgetRows budgets) : IRequestHandler<ListBudgets, JsonText>
{
    public async Task<JsonText> Handle(ListBudgets request, CancellationToken cancellationToken) =>
        BudgetView.Show(await budgets.ListAsync(request.On, cancellationToken));
}
