namespace MyBudget.Features.Ledgers.ListInvitations;

internal static class ListInvitationsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/invitations", async (Guid ledgerId, Invitations invitations, CancellationToken ct) =>
            TypedResults.Ok(new Page<InvitationView>(await invitations.IntoAsync(ledgerId, ct), NextCursor: null)))
        .RequireAuthorization(Policies.LedgerOwner)
        .WithSummary("The open invitations into a ledger, newest first: at most 20, in one page");
}
