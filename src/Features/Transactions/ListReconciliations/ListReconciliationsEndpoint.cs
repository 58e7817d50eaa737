namespace MyBudget.Features.Transactions.ListReconciliations;

internal static class ListReconciliationsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder ledger) => ledger
        .MapGet("/accounts/{id:guid}/reconciliations", (Guid id, [AsParameters] PageQuery filter, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ListReconciliations(id, filter), ct).OrNotFound())
        .RequireAuthorization(Policies.LedgerViewer)
        .WithLateAccess()
        .WithTags("Accounts")
        .WithSummary("The statements that an account agreed with, newest first")
        .Produces<Page<AccountReconciliation>>();
}
