using Microsoft.AspNetCore.Mvc;

namespace MyBudget.Features.Identity.DeleteMe;

internal static class DeleteMeEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/", (
            [FromBody] IdentityProof body, CurrentUser user, Caller caller, SessionCookie cookie, IMediator mediator, CancellationToken ct) =>
        {
            cookie.DropWith(StatusCodes.Status204NoContent);
            return mediator.Send(new DeleteMe(user.UserId, body, caller), ct).NoContent();
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Delete the user and everything that is theirs alone, for good")
        .TakesSessionHeader("`cookie` from a browser: its cookie goes with the user.")
        .Refuses(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}
