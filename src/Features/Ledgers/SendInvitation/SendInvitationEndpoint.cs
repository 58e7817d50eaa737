namespace MyBudget.Features.Ledgers.SendInvitation;

internal static class SendInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/invitations", async (Guid ledgerId, InvitationRequest body, Caller caller, IMediator mediator, CancellationToken ct) =>
        {
            var invitation = await mediator.Send(new SendInvitation(ledgerId, body.Email, body.Role, caller), ct);
            return TypedResults.Created($"/api/v1/ledgers/{ledgerId}/invitations", invitation);
        })
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Invite somebody by mail, or once more: the newest code counts. The answer does not tell whether they have an account")
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Email">Only who has confirmed this address can accept.</param>
/// <param name="Role"><c>viewer</c> or <c>editor</c>; a member can be made an owner later.</param>
[RequiredMembers("email", "role")]
internal sealed record InvitationRequest(string? Email, LedgerRole? Role);
