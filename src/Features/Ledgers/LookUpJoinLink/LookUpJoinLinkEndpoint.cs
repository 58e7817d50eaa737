namespace MyBudget.Features.Ledgers.LookUpJoinLink;

internal static class LookUpJoinLinkEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/lookup", (LookUpRequest body, CurrentUser user, Caller caller, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new LookUpJoinLink(body.Code, user.UserId, caller), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("What a join link leads to, before the user asks: the ledger's name and who made the link, nothing else");
}

/// <param name="Code">From the link. In the body, since proxies write down addresses.</param>
[RequiredMembers("code")]
internal sealed record LookUpRequest(string? Code);
