namespace MyBudget.Features.Ledgers.ChangeRole;

internal static class ChangeRoleEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/members/{userId:guid}", (Guid ledgerId, Guid userId, MergePatch patch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ChangeRole(ledgerId, userId, patch), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Give a member another role, also that of an owner; it holds from their next request on")
        .WithDescription("403 `auth.proof-needed`: to take the role of another owner, the session has to be begun, or proven by `POST me/reauthentication`, in the last five minutes.")
        .Accepts<MemberDetails>(MergePatch.MediaType, "application/json")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Role">What the member may do. The last owner stays one.</param>
internal sealed record MemberDetails(LedgerRole? Role);
