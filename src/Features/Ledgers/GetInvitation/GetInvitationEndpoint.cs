namespace MyBudget.Features.Ledgers.GetInvitation;

internal static class GetInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/{code}", (string code, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetInvitation(code, user.UserId), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What the user is invited to, before they accept it")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
