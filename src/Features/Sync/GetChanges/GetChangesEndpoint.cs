namespace MyBudget.Features.Sync.GetChanges;

internal static class GetChangesEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/changes", (HttpContext context, [AsParameters] ChangesQuery query, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new GetChanges(query, IfNoneMatch.Of(context.Request)), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("What changed in a ledger since a cursor; without one, everything in it")
        .WithDescription(
            "Pass the `cursor` of each answer as `since` of the next request until `hasMore` is false: your copy is then the ledger as it is. "
            + "Go on from that cursor later. A first download has nothing that was deleted before it began. The `ETag` is the ledger's newest "
            + "cursor; `If-None-Match` answers 304 where `since` is absent or the same cursor. After 410 (`sync.cursor-gone`) start without `since`.")
        .Produces<ChangesView>()
        .Produces(StatusCodes.Status304NotModified)
        .Refuses(StatusCodes.Status410Gone);
}

/// <summary>Which changes are asked for.</summary>
internal sealed record ChangesQuery
{
    /// <summary>The <c>cursor</c> of the last answer; absent for a first download.</summary>
    public string? Since { get; init; }

    /// <summary>1 to 1000, 500 if absent.</summary>
    public int? Limit { get; init; }

    /// <summary>
    /// Only these kinds, with commas between them; all if absent. There are account, budget, category, import, import_layout, ledger, member,
    /// reconciliation, revision (of many transactions at once) and transaction.
    /// </summary>
    public string? Kinds { get; init; }
}
