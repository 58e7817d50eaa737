using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Identity.GetMe;

internal static class GetMeEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapGet("/", async Task<IResult> (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new GetMe(user.UserId), ct) is { } profile
                ? new Tagged<User>(User.Of(profile), EntityTag.Of(profile.Version))
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithName("GetMe")
        .WithSummary("The user who is signed in")
        .Produces<User>()
        .Produces(StatusCodes.Status304NotModified);
}
