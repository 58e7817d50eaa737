using MediatR;
using MyBudget.Infrastructure.Http;
using MyBudget.Infrastructure.OpenApi;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Features.Transactions.ReconcileAccount;

internal static class ReconcileAccountEndpoint
{
    public static void Map(RouteGroupBuilder ledger) => ledger
        .MapPost("/accounts/{id:guid}/reconciliation", async (Guid id, ReconcileRequest body, IMediator mediator, CancellationToken ct) =>
            await mediator.Send(new ReconcileAccount(id, body.On, body.Balance), ct) is { } result
                ? (IResult)TypedResults.Ok(result)
                : TypedResults.NotFound())
        .RequireAuthorization(Policies.LedgerEditor)
        .WithName("ReconcileAccount")
        .WithTags("Accounts")
        .WithSummary("Compare an account with a statement; where they agree, its cleared entries become reconciled")
        .Produces<Reconciliation>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithRequestTimeout(HttpSetup.LongTimeout);
}

/// <param name="On">The day of the statement; entries up to it are compared.</param>
/// <param name="Balance">The statement's balance in minor units.</param>
[RequiredMembers("on", "balance")]
internal sealed record ReconcileRequest(DateOnly? On, long? Balance);
