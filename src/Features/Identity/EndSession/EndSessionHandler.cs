namespace MyBudget.Features.Identity.EndSession;

internal sealed record EndSession(Guid UserId, Guid SessionId) : ICommand<bool>;

internal sealed class EndSessionHandler(IDocumentSession session, SignIns signIns, KnownPlaces places) : IRequestHandler<EndSession, bool>
{
    /// <returns>False when the user has no such session, or it has ended already.</returns>
    public async Task<bool> Handle(EndSession command, CancellationToken cancellationToken)
    {
        var signIn = await session.LockAsync<SignInSession>(command.SessionId, cancellationToken);
        if (signIn is null || signIn.UserId != command.UserId || signIn.EndedAt is not null) return false;

        signIns.End(signIn, EndReason.Revoked);
        if (signIn.Installation is { } installation) places.Forget(command.UserId, installation);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
