namespace MyBudget.Features.Ledgers.DeclineInvitation;

internal sealed record DeclineInvitation(string Code, Guid UserId) : ICommand<bool>;

internal sealed class DeclineInvitationHandler(IDocumentSession session, Invitations invitations, TimeProvider time)
    : IRequestHandler<DeclineInvitation, bool>
{
    /// <returns>False when there is no such invitation that is open.</returns>
    public async Task<bool> Handle(DeclineInvitation command, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(command.Code, command.UserId, cancellationToken) is not { } found) return false;
        var invitation = await session.LockAsync<LedgerInvitation>(found.Id, cancellationToken);
        if (invitation is null || !invitation.IsOpen(time.GetUtcNow())) return false;

        session.Delete(invitation);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
