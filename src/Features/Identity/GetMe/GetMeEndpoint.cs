namespace MyBudget.Features.Identity.GetMe;

internal static class GetMeEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetMe(user.UserId), ct)
                .OrNotFound(profile => new Tagged<User>(User.Of(profile), EntityTag.Of(profile.Version))))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The user who is signed in")
        .Produces<User>()
        .Produces(StatusCodes.Status304NotModified);
}
