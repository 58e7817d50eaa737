using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.ReopenAccount;

internal static class ReopenAccountEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}/closure", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReopenAccount(id, ifMatch), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReopenAccount")
        .WithSummary("Reopen a closed account")
        .Produces<AccountView>()
        .ProducesProblem(StatusCodes.Status404NotFound);
}
