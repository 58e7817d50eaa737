using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets.ListBudgets;

internal sealed record ListBudgets(Guid LedgerId) : IQuery<JsonText>;

internal sealed class ListBudgetsHandler(BudgetRows budgets) : IRequestHandler<ListBudgets, JsonText>
{
    public Task<JsonText> Handle(ListBudgets request, CancellationToken cancellationToken) =>
        budgets.ListAsync(request.LedgerId, cancellationToken);
}
