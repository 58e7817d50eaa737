namespace MyBudget.Features.Ledgers.ListLedgers;

internal static class ListLedgersEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", async (bool? deleted, CurrentUser user, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(new Page<LedgerView>(await mediator.Send(new ListLedgers(user.UserId, deleted ?? false), ct), null)))
        .RequireAuthorization(Policies.SignedIn)
        .WithSummary("The ledgers the user is a member of, newest first; or, if asked for, those that were deleted and that the user may restore");
}
