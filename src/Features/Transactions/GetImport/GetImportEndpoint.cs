using MediatR;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.GetImport;

internal static class GetImportEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/{id:guid}", async (Guid id, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetImport(id), ct) is { } import ? (IResult)import : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithName("GetImport")
        .WithSummary("An import and what became of each row")
        .Produces<ImportReport>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblem(StatusCodes.Status404NotFound);
}
