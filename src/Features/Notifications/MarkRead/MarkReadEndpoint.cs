namespace MyBudget.Features.Notifications.MarkRead;

internal static class MarkReadEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/{id:guid}/read", (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new MarkRead(user.UserId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Mark a notification as read; once read, it keeps the time it was first read");
}
