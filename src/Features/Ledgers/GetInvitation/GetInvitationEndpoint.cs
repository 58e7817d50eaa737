namespace MyBudget.Features.Ledgers.GetInvitation;

internal static class GetInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{code}", (string code, CurrentUser user, Invitations invitations, CancellationToken ct) =>
            invitations.GetAsync(code, user.UserId, ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What the user is invited to, before they accept it")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
