namespace MyBudget.Features.Ledgers.AskToJoin;

internal static class AskToJoinEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", (JoinRequestBody body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new AskToJoin(body.Code, body.Message, user.UserId, user.SessionId, caller), ct)
                .OrNotFound(asked => TypedResults.Created("/api/v1/join-requests", asked)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("Ask to become a member of a ledger, by a join link's code; its owners decide. Asked twice it is the same request")
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Code">From the link.</param>
/// <param name="Message">For the owners, beside the user's name and address: at most 200 characters.</param>
[RequiredMembers("code")]
internal sealed record JoinRequestBody(string? Code, string? Message);
