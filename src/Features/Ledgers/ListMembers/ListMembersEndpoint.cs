namespace MyBudget.Features.Ledgers.ListMembers;

internal static class ListMembersEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/members", async (Guid ledgerId, bool? former, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<MemberView>(await mediator.Send(new ListMembers(ledgerId, scope.UserId, scope.Role, former ?? false), ct), NextCursor: null)))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithSummary("The members of a ledger, who has been one longest first: at most 50, in one page; and those who were, if asked for");
}
