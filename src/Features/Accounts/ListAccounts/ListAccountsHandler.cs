using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.ListAccounts;

internal sealed record ListAccounts(Guid LedgerId) : IQuery<JsonText>;

internal sealed class ListAccountsHandler(AccountRows accounts) : IRequestHandler<ListAccounts, JsonText>
{
    public Task<JsonText> Handle(ListAccounts request, CancellationToken cancellationToken) =>
        accounts.ListAsync(request.LedgerId, cancellationToken);
}
