namespace MyBudget.Features.Identity.Reauthenticate;

internal static class ReauthenticateEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/reauthentication", (IdentityProof body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new Reauthenticate(user.UserId, user.SessionId, body, caller), ct).NoContent())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Show once more who you are: for five minutes this session may do what is hard to undo")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
