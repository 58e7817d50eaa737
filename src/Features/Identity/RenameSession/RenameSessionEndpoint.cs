namespace MyBudget.Features.Identity.RenameSession;

internal static class RenameSessionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPut("/sessions/{id:guid}/device", (Guid id, RenameSessionRequest body, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new RenameSession(user.UserId, id, body), ct).OrNotFound())
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Give one of the user's devices another name in the list of sessions");
}

/// <param name="Name">1 to 200 characters.</param>
[RequiredMembers("name")]
internal sealed record RenameSessionRequest(string? Name);
