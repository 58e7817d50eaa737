namespace MyBudget.Features.Ledgers.DeclineInvitation;

internal static class DeclineInvitationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{code}", (string code, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeclineInvitation(code, user.UserId), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Turn an invitation down; its code is good no more")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}
