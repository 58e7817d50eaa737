namespace MyBudget.Features.Ledgers.DeclineJoinRequest;

internal sealed record DeclineJoinRequest(Guid LedgerId, Guid Id) : ICommand<bool>;

internal sealed class DeclineJoinRequestHandler(IDocumentSession session, LedgerScope scope, IMediator mediator, TimeProvider time)
    : IRequestHandler<DeclineJoinRequest, bool>
{
    /// <returns>False when the ledger has no such request that is open, or that was declined.</returns>
    public async Task<bool> Handle(DeclineJoinRequest command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await session.HoldAsOwnerAsync(scope, cancellationToken);
        // Who asked may just be leaving, and is not to come back by this.
        var request = await session.LockAsync<JoinRequest>(command.Id, cancellationToken);
        if (request is null || request.LedgerId != command.LedgerId || !request.IsKept(now)) return false;
        if (request.Status is not JoinRequestStatus.Open) return request.Status is JoinRequestStatus.Declined;

        var ledger = await session.LoadAsync<Ledger>(command.LedgerId, cancellationToken) ?? throw new LedgerGoneException();
        session.Store(request with { Status = JoinRequestStatus.Declined });
        await mediator.Publish(new JoinRequestsEnded(ledger.Id, [request.Id]), cancellationToken);
        await mediator.Publish(
            new JoinRequestAnswered(request.Id, ledger.Id, ledger.Name, request.UserId, Role: null, scope.UserId, now), cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
