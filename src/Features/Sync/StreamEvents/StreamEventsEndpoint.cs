using Microsoft.AspNetCore.Http.Timeouts;

namespace MyBudget.Features.Sync.StreamEvents;

internal static class StreamEventsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/events", (HttpContext context, CurrentUser user, LiveStreams streams) => streams.Open(user.UserId, user.SessionId, context.User))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What is new in the user's ledgers and inbox, as it happens: one stream for all of them")
        .WithDescription(
            "Server-sent events: `ledger` with `ledgerId` and the `cursor` to catch up to by its changes; `ledgers` when a membership changed; `inbox` "
            + "with how many notifications are `unread`. It begins with one `ledger` for each and one `inbox`. Events may be left out where newer ones "
            + "follow; a lost one does no harm. A comment comes every 15 seconds. The stream ends with the access token or the sign-in.")
        .Produces<string>(StatusCodes.Status200OK, LiveStream.MediaType)
        .Refuses(StatusCodes.Status429TooManyRequests)
        .WithMetadata(new DisableRequestTimeoutAttribute());
}
