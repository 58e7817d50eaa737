namespace MyBudget.Features.Identity.ListSessions;

internal static class ListSessionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/sessions", async (CurrentUser user, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(
                new ListSessions(user.UserId, user.SessionId, Cursor.Decode(cursor), limit ?? PageLimit.Default), ct)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Where the user is signed in, newest first");
}
