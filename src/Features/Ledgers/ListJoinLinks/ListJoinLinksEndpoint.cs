namespace MyBudget.Features.Ledgers.ListJoinLinks;

internal static class ListJoinLinksEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/join-links", async (Guid ledgerId, JoinLinks links, CancellationToken ct) =>
            TypedResults.Ok(new Page<JoinLinkView>(await links.OfAsync(ledgerId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("The open join links of a ledger with their codes, newest first: at most 10, in one page");
}
