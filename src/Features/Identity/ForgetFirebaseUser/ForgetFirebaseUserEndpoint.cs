using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using MyBudget.Infrastructure.Firebase.Hooks;

namespace MyBudget.Features.Identity.ForgetFirebaseUser;

internal static class ForgetFirebaseUserEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/user-deleted", async Task<Results<NoContent, NotFound>> (HttpRequest request, SignedHooks hooks, IMediator mediator, CancellationToken ct) =>
        {
            if (!hooks.AreOpen) return TypedResults.NotFound();
            await mediator.Send(new ForgetFirebaseUser(await hooks.ReadAsync<UserDeletedRequest>(request, ct)), ct);
            return TypedResults.NoContent();
        })
        .AllowAnonymous()
        .WithSummary("For the Firebase project's functions: a user was deleted there; unlinks them and ends their sign-ins")
        .WithDescription(
            "Signed: `X-MyBudget-Timestamp` has the Unix time of sending in seconds, at most five minutes off, and `X-MyBudget-Signature` "
            + "is `v1=` and the hexadecimal HMAC-SHA256 of `<timestamp>.<body>` under the shared secret. May be repeated. "
            + "404 where the server has no such secret.")
        .Accepts<UserDeletedRequest>(MediaTypeNames.Application.Json)
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="ProjectId">The Firebase project.</param>
/// <param name="Uid">The user's id there.</param>
/// <param name="DeletedAt">When they were deleted; a link made later stays.</param>
[RequiredMembers("projectId", "uid", "deletedAt")]
internal sealed record UserDeletedRequest(string? ProjectId, string? Uid, DateTimeOffset? DeletedAt);
