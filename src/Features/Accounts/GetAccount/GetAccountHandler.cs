using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.UseCases;

namespace MyBudget.Features.Accounts.GetAccount;

internal sealed record GetAccount(Guid LedgerId, Guid Id) : IQuery<JsonText?>;

internal sealed class GetAccountHandler(AccountRows accounts) : IRequestHandler<GetAccount, JsonText?>
{
    public Task<JsonText?> Handle(GetAccount request, CancellationToken cancellationToken) =>
        accounts.FindAsync(request.LedgerId, request.Id, cancellationToken);
}
