using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.CloseAccount;

internal static class CloseAccountEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/closure", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new CloseAccount(id, ifMatch), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("CloseAccount")
        .WithSummary("Close an account; it keeps its history and takes no more entries")
        .Produces<AccountView>()
        .ProducesProblem(StatusCodes.Status404NotFound);
}
