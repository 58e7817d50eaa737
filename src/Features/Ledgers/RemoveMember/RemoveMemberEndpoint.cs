namespace MyBudget.Features.Ledgers.RemoveMember;

internal static class RemoveMemberEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/members/{userId:guid}", (Guid ledgerId, Guid userId, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RemoveMember(ledgerId, userId), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLeaving()
        .WithSummary("Leave a ledger, or, as an owner, remove another member; the last owner cannot leave")
        .WithDescription("403 `auth.proof-needed`: to remove another owner, the session has to be begun, or proven by `POST me/reauthentication`, in the last five minutes.")
        .Refuses(StatusCodes.Status403Forbidden, StatusCodes.Status422UnprocessableEntity);
}
