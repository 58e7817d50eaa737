namespace MyBudget.Features.Identity.RemoveFactor;

internal static class RemoveFactorEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/factors/{id:guid}", (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RemoveFactor(id, user.UserId), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Remove a second factor; with the last one go the recovery codes, and a password is enough again")
        .WithDescription(ReauthenticationContract.Needed)
        .Refuses(StatusCodes.Status403Forbidden);
}
