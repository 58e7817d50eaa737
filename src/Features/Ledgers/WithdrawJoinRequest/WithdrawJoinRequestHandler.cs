namespace MyBudget.Features.Ledgers.WithdrawJoinRequest;

internal sealed record WithdrawJoinRequest(Guid UserId, Guid Id) : ICommand<bool>;

internal sealed class WithdrawJoinRequestHandler(IDocumentSession session, JoinRequests requests, TimeProvider time)
    : IRequestHandler<WithdrawJoinRequest, bool>
{
    /// <returns>False when the user has no such request that is open.</returns>
    public async Task<bool> Handle(WithdrawJoinRequest command, CancellationToken cancellationToken)
    {
        if (await session.LoadAsync<JoinRequest>(command.Id, cancellationToken) is not { } found || found.UserId != command.UserId) return false;
        if (!await session.HoldWritersAsync(found.LedgerId, cancellationToken)) return false;
        if (await session.LoadAsync<JoinRequest>(command.Id, cancellationToken) is not { } request || !request.IsOpen(time.GetUtcNow())) return false;

        await requests.EndAsync(request.LedgerId, [request], cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
