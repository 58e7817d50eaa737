namespace MyBudget.Features.Transactions.ListTransactions;

internal static class ListTransactionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapGet("/", (
            [AsParameters] TransactionFilter filter, [AsParameters] PageQuery page, [AsParameters] TotalsQuery totals, IMediator mediator,
            CancellationToken ct) => mediator.Send(new ListTransactions(filter, page, totals.Totals ?? false), ct))
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithSummary("Transactions, newest date first, and of a day what was recorded last; filters combine. Pages stay stable while others write")
        .WithDescription(
            "A filter can be repeated, up to 100 times: any of its values has to fit (`accountId=...&accountId=...`), and of different filters all. "
            + "With `totals=true` the answer has `count` and, by currency, `sum` of everything that the filters find, not only of the page: "
            + "each entry counts once, for the side in one of the accounts asked for, its own account's first. Add `type=expense&type=income` "
            + "to leave transfers out. What was deleted (`deleted=true`) is listed in the same order.")
        .Produces<TransactionPage>();
}

/// <summary>A page of transactions.</summary>
/// <param name="Items">Newest date first.</param>
/// <param name="NextCursor">What to pass as <c>cursor</c> for the next page; null on the last one.</param>
/// <param name="Count">How many there are on all pages; only if totals are asked for.</param>
/// <param name="Sum">What they come to in each currency, signed minor units; only if totals are asked for.</param>
internal sealed record TransactionPage(IReadOnlyList<Transaction> Items, string? NextCursor, long? Count, IReadOnlyDictionary<Currency, long>? Sum);

internal sealed record TotalsQuery
{
    /// <summary>true to be told <c>count</c> and <c>sum</c> of everything that the filters find.</summary>
    public bool? Totals { get; init; }
}
