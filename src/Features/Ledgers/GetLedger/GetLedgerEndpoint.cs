using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.GetLedger;

internal static class GetLedgerEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{ledgerId:guid}", async (Guid ledgerId, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetLedger(ledgerId, user.UserId), ct) is { } ledger
                ? (IResult)new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetLedger")
        .WithSummary("A ledger with the user's role and the ledger's revision")
        .Produces<LedgerView>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
