namespace MyBudget.Features.Sync.PushOperations;

internal static class PushOperationsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/sync", (PushRequest body, IMediator mediator, CancellationToken ct) => mediator.Send(new PushOperations(body), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("Do what was edited offline, one operation after the other, and get what changed; each says what became of it")
        .Produces<PushView>()
        .Refuses(StatusCodes.Status410Gone)
        .FewAtOnce(TakesMemory.Batch)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <param name="Outcomes">One for each operation, in their order.</param>
/// <param name="Changes">The first page of what changed since the cursor, this request's own writes included; absent without one.</param>
internal sealed record PushView(IReadOnlyList<Outcome> Outcomes, ChangesView? Changes);

/// <param name="Since">The cursor from which on <c>changes</c> are wanted in the same answer; none of them if absent.</param>
/// <param name="Operations">At most 500, in the order in which they were made.</param>
[RequiredMembers("operations")]
internal sealed record PushRequest(string? Since = null, IReadOnlyList<Operation>? Operations = null);

/// <param name="Id">A UUID of the client's, another for each edit: an operation that is sent again is answered as the first time.</param>
/// <param name="Type">
/// ledger.revise; account.open, revise, close, reopen, delete; category.create, revise, delete, merge; transaction.record, revise, delete, restore;
/// budget.create, revise, delete.
/// </param>
/// <param name="EntityId">The id that the client chose or means; of <c>ledger.revise</c> it may be left out.</param>
/// <param name="BaseVersion">The version that the edit was made on. Without it the last writer wins.</param>
/// <param name="Data">What the body of the HTTP route says; for <c>revise</c> a JSON merge patch.</param>
[RequiredMembers("id", "type")]
internal sealed record Operation(Guid? Id = null, string? Type = null, Guid? EntityId = null, int? BaseVersion = null, JsonObject? Data = null);
