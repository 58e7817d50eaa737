using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Features.Ledgers.DeleteLedger;

internal static class DeleteLedgerEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{ledgerId:guid}", (
            Guid ledgerId, [FromBody] IdentityProof body, IfMatch ifMatch, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteLedger(ledgerId, body, ifMatch, caller), ct).NoContent())
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Delete a ledger, for all its members; an owner can restore it for 14 days, then it is erased with everything in it")
        .Refuses(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
