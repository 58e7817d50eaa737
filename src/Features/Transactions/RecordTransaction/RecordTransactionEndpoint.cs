namespace MyBudget.Features.Transactions.RecordTransaction;

internal static class RecordTransactionEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/", async (NewTransaction body, LedgerScope scope, IMediator mediator, CancellationToken ct) =>
        {
            var transaction = await mediator.Send(new RecordTransaction(body), ct);
            return new Tagged<Transaction>(
                transaction, EntityTag.Of(transaction.Version), $"/api/v1/ledgers/{scope.LedgerId}/transactions/{transaction.Id}");
        })
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Record a transaction, a split or a transfer")
        .Produces<Transaction>(StatusCodes.Status201Created)
        .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}
