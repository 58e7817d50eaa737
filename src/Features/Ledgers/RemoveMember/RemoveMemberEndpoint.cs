namespace MyBudget.Features.Ledgers.RemoveMember;

internal static class RemoveMemberEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/members/{userId:guid}", (Guid ledgerId, Guid userId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RemoveMember(ledgerId, userId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("Leave a ledger, or, as an owner, remove another member; the last owner cannot leave")
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status422UnprocessableEntity);
}
