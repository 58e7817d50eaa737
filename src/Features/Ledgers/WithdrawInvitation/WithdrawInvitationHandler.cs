namespace MyBudget.Features.Ledgers.WithdrawInvitation;

internal sealed record WithdrawInvitation(Guid LedgerId, Guid Id) : ICommand<bool>;

internal sealed class WithdrawInvitationHandler(IDocumentSession session, LedgerScope scope, TimeProvider time)
    : IRequestHandler<WithdrawInvitation, bool>
{
    /// <returns>False when the ledger has no such invitation that is open.</returns>
    public async Task<bool> Handle(WithdrawInvitation command, CancellationToken cancellationToken)
    {
        await session.HoldAsOwnerAsync(scope, cancellationToken);
        var invitation = await session.LockAsync<LedgerInvitation>(command.Id, cancellationToken);
        if (invitation is null || invitation.LedgerId != command.LedgerId || !invitation.IsOpen(time.GetUtcNow())) return false;

        session.Delete(invitation);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
