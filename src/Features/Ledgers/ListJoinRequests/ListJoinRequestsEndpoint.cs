namespace MyBudget.Features.Ledgers.ListJoinRequests;

internal static class ListJoinRequestsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/join-requests", async (Guid ledgerId, JoinRequests requests, CancellationToken ct) =>
            TypedResults.Ok(new Page<JoinRequestView>(await requests.IntoAsync(ledgerId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("Who asks to join a ledger, who has waited longest first: at most 20, in one page");
}
