namespace MyBudget.Features.Notifications.ListNotifications;

internal static class ListNotificationsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (HttpRequest request, CurrentUser user, string? cursor, int? limit, bool? unread, IMediator mediator, CancellationToken ct) =>
        {
            var asked = request.Headers.AcceptLanguage.Count == 0 ? null : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return TypedResults.Ok(await mediator.Send(
                new ListNotifications(user.UserId, Cursor.Decode(cursor), limit ?? PageLimit.Default, unread ?? false, asked), ct));
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The inbox, newest first, in the language of the request or else of the user; `unread=true` leaves out what was read");
}
