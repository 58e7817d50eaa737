namespace MyBudget.Features.Transactions.RecordBatch;

internal static class RecordBatchEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/batch", async (RecordBatchRequest body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Created((string?)null, new Page<Transaction>(await mediator.Send(new RecordBatch(body.Transactions), ct), null)))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .FewAtOnce(TakesMemory.Batch)
        .WithSummary("Record up to 500 transactions, all or nothing; each failure is named by its index")
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Transactions">1 to 500.</param>
[RequiredMembers("transactions")]
internal sealed record RecordBatchRequest(IReadOnlyList<NewTransaction>? Transactions);
