namespace MyBudget.Features.Ledgers.ListLedgers;

internal static class ListLedgersEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<LedgerView>(await mediator.Send(new ListLedgers(user.UserId), ct), null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The ledgers the user is a member of, newest first");
}
