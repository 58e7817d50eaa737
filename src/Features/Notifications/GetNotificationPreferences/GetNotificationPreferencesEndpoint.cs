namespace MyBudget.Features.Notifications.GetNotificationPreferences;

internal static class GetNotificationPreferencesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
        {
            var preferences = await mediator.Send(new GetNotificationPreferences(user.UserId), ct);
            return new Tagged<PreferencesView>(PreferencesView.Of(preferences), EntityTag.Of(preferences.Version));
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What the user wants to be told, and how")
        .Produces<PreferencesView>()
        .Produces(StatusCodes.Status304NotModified);
}
