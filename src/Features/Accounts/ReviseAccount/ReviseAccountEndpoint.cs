using MediatR;
using MyBudget.Features.Accounts.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Accounts.ReviseAccount;

internal static class ReviseAccountEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/{id:guid}", async (Guid id, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReviseAccount(id, patch, ifMatch), ct) is { } json ? (IResult)json : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReviseAccount")
        .WithSummary("Change an account's own fields; its currency is fixed")
        .Accepts<AccountInput>(MergePatch.MediaType, "application/json")
        .Produces<AccountView>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
