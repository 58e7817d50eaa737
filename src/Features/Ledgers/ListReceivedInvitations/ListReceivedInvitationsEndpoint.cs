namespace MyBudget.Features.Ledgers.ListReceivedInvitations;

internal static class ListReceivedInvitationsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, Invitations invitations, CancellationToken ct) =>
            TypedResults.Ok(new Page<ReceivedInvitation>(await invitations.ListAsync(user.UserId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What the user is invited to, newest first; nothing before their e-mail address is confirmed");
}
