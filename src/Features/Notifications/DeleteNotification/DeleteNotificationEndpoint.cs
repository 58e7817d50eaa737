namespace MyBudget.Features.Notifications.DeleteNotification;

internal static class DeleteNotificationEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapDelete("/{id:guid}", (Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new DeleteNotification(user.UserId, id), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Delete a notification; what it told is not told again");
}
