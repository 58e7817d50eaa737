namespace MyBudget.Features.Transactions.ReconcileAccount;

internal static class ReconcileAccountEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder ledger) => ledger
        .MapPost("/accounts/{id:guid}/reconciliation", (Guid id, ReconcileRequest body, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReconcileAccount(id, body.On, body.Balance), ct).OrNotFound(TypedResults.Ok))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithTags("Accounts")
        .WithSummary("Compare an account with a statement; where they agree, that is recorded and its cleared entries become reconciled")
        .FewAtOnce(TakesMemory.ManyEntries)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <param name="On">The day of the statement; entries up to it are compared.</param>
/// <param name="Balance">The statement's balance in minor units.</param>
[RequiredMembers("on", "balance")]
internal sealed record ReconcileRequest(DateOnly? On, long? Balance);
