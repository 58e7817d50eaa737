using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.EventStore;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.GetAccount;

internal static class GetAccountEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", async (Guid id, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetAccount(scope.LedgerId, id), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetAccount")
        .WithSummary("An account with its balances")
        .Produces<AccountView>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
