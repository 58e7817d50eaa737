using MediatR;
using MyBudget.Infrastructure.Http.Paging;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.GetHistory;

internal static class GetHistoryEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}/history", async (Guid id, [AsParameters] PageQuery filter, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetHistory(id, filter), ct) is { } changes
                ? (IResult)TypedResults.Ok(changes)
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetTransactionHistory")
        .WithSummary("Who changed what and when, newest first; also of a deleted transaction")
        .Produces<Page<HistoryItem>>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
