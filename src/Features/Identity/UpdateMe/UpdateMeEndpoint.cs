using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Identity.UpdateMe;

internal static class UpdateMeEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPatch("/", async Task<IResult> (MergePatch patch, IfMatch ifMatch, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new UpdateMe(user.UserId, patch, ifMatch), ct) is { } profile
                ? new Tagged<User>(User.Of(profile), EntityTag.Of(profile.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("UpdateMe")
        .WithSummary("Change display name, language or time zone")
        .Accepts<ProfileDetails>(MergePatch.MediaType, "application/json")
        .Produces<User>()
        .ProducesProblem(StatusCodes.Status400BadRequest);
}
