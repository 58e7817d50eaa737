namespace MyBudget.Features.Notifications.MarkAllRead;

internal static class MarkAllReadEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/read-all", (ReadAll? body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new MarkAllRead(user.UserId, body?.UpTo), ct).NoContent())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Mark everything as read, or, with `upTo`, what the user has seen: that notification and older ones");
}

/// <param name="UpTo">The newest notification that was shown; what came meanwhile stays unread.</param>
internal sealed record ReadAll(Guid? UpTo);
