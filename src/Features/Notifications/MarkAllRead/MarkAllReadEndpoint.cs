namespace MyBudget.Features.Notifications.MarkAllRead;

internal static class MarkAllReadEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/read-all", async (ReadAll? body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new MarkAllRead(user.UserId, body?.UpTo), ct);
            return TypedResults.NoContent();
        })
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Mark everything as read, or, with `upTo`, what the user has seen: that notification and older ones");
}

/// <param name="UpTo">The newest notification that was shown; what came meanwhile stays unread.</param>
internal sealed record ReadAll(Guid? UpTo);
