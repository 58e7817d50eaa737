namespace MyBudget.Features.Transactions.JoinTransactions;

internal static class JoinTransactionsEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/joining", (Guid id, JoinRequest body, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new JoinTransactions(id, body.With, body.As, ifMatch), ct)
                .OrNotFound(transaction => new Tagged<Transaction>(transaction, EntityTag.Of(transaction.Version))))
        .RequireAuthorization(Policies.LedgerEditor)
        .WithLateAccess()
        .WithSummary("Make another transaction part of this one: as the other side of a transfer, or as the same entry recorded twice")
        .Produces<Transaction>()
        .Refuses(StatusCodes.Status422UnprocessableEntity);
}

/// <param name="With">The other transaction; it is gone until they are parted.</param>
/// <param name="As">transfer (opposite signs, in two accounts) or entry (the same account and amount).</param>
[RequiredMembers("with", "as")]
internal sealed record JoinRequest(Guid? With, JoinedAs? As);
