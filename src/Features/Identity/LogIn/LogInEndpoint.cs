using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.OpenApi;

namespace MyBudget.Features.Identity.LogIn;

internal static class LogInEndpoint
{
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/login", async (LogInRequest body, Caller caller, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new LogIn(body, caller), ct)))
        .AllowAnonymous()
        .WithName("LogIn")
        .WithSummary("Sign in with e-mail address and password")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}

/// <param name="Email">In any case.</param>
/// <param name="Password">The password.</param>
/// <param name="Device">What the list of sessions calls this one, at most 200 characters; by default the user agent.</param>
[RequiredMembers("email", "password")]
internal sealed record LogInRequest(string? Email, string? Password, string? Device);
