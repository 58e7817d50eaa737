namespace MyBudget.Features.Identity.UpdateMe;

internal static class UpdateMeEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPatch("/", (MergePatch patch, IfMatch ifMatch, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new UpdateMe(user.UserId, patch, ifMatch), ct)
                .OrNotFound(profile => new Tagged<User>(User.Of(profile), EntityTag.Of(profile.Version))))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Change display name, language or time zone")
        .Accepts<ProfileDetails>(MergePatch.MediaType, "application/json")
        .Produces<User>();
}
