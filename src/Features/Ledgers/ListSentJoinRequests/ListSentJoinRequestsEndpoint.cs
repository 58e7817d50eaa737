namespace MyBudget.Features.Ledgers.ListSentJoinRequests;

internal static class ListSentJoinRequestsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, JoinRequests requests, CancellationToken ct) =>
            TypedResults.Ok(new Page<SentJoinRequest>(await requests.OfAsync(user.UserId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What the user has asked to join and how it was answered, newest first, in one page");
}
