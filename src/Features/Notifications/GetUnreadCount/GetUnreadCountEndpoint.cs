namespace MyBudget.Features.Notifications.GetUnreadCount;

internal static class GetUnreadCountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/unread-count", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetUnreadCount(user.UserId), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("How many notifications were not read: for the app's badge");
}
