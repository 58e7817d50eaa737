using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.UndoImport;

internal static class UndoImportEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new UndoImport(id, ifMatch), ct) ? (IResult)TypedResults.NoContent() : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("UndoImport")
        .WithSummary("Delete what an import brought and is still there, edited or not; each can be restored. Refused while any is reconciled")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}
