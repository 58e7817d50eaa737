namespace MyBudget.Features.Ledgers.RevokeJoinLink;

internal sealed record RevokeJoinLink(Guid LedgerId, Guid Id) : ICommand<bool>;

internal sealed class RevokeJoinLinkHandler(IDocumentSession session, LedgerScope scope, JoinRequests requests, TimeProvider time)
    : IRequestHandler<RevokeJoinLink, bool>
{
    /// <returns>False when the ledger has no such link that is open.</returns>
    public async Task<bool> Handle(RevokeJoinLink command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await session.HoldAsOwnerAsync(scope, cancellationToken);
        var link = await session.LoadAsync<JoinLink>(command.Id, cancellationToken);
        if (link is null || link.LedgerId != command.LedgerId || !link.IsOpen(now)) return false;

        session.Store(link.Revoke(now));
        var asked = await session.Query<JoinRequest>().Where(request => request.LedgerId == command.LedgerId).ToListAsync(cancellationToken);
        await requests.EndAsync(
            command.LedgerId, [.. asked.Where(request => request.LinkId == link.Id && request.IsOpen(now))], cancellationToken);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
