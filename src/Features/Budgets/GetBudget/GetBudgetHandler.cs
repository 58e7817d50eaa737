using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Budgets.GetBudget;

internal sealed record GetBudget(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetBudgetHandler(BudgetRows budgets) : IRequestHandler<GetBudget, JsonText?>
{
    public Task<JsonText?> Handle(GetBudget request, CancellationToken cancellationToken) =>
        budgets.FindAsync(request.LedgerId, request.Id, cancellationToken);
}
