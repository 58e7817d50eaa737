using MediatR;
using MyBudget.Features.Ledgers.Contracts;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Ledgers.RenameLedger;

internal static class RenameLedgerEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/{ledgerId:guid}", async (Guid ledgerId, MergePatch patch, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
        {
            var ledger = await mediator.Send(new RenameLedger(ledgerId, patch, ifMatch), ct);
            return new Tagged<LedgerView>(ledger, EntityTag.Of(ledger.Version, ledger.Revision));
        })
        .RequireAuthorization(Policies.LedgerOwner)
        .WithName("RenameLedger")
        .WithSummary("Rename a ledger; only its owners may")
        .Accepts<RenameLedgerRequest>(MergePatch.MediaType, "application/json")
        .Produces<LedgerView>()
        .ProducesProblem(StatusCodes.Status400BadRequest);
}

/// <param name="Name">1 to 100 characters.</param>
internal sealed record RenameLedgerRequest(string? Name);
