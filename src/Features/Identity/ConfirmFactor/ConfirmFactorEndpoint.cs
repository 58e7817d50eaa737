namespace MyBudget.Features.Identity.ConfirmFactor;

internal static class ConfirmFactorEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/factors/{id:guid}/confirmation", (
            Guid id, ConfirmFactorRequest body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ConfirmFactor(id, user.UserId, user.SessionId, body, caller), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Show the first code of a new app: from now on sign-ins need a code; with the first app come ten recovery codes, shown here only")
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Code">Six digits that the app shows.</param>
[RequiredMembers("code")]
internal sealed record ConfirmFactorRequest(string? Code);
