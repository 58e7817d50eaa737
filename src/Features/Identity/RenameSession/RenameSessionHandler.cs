namespace MyBudget.Features.Identity.RenameSession;

internal sealed record RenameSession(Guid UserId, Guid SessionId, RenameSessionRequest Details) : ICommand<bool>;

internal sealed class RenameSessionHandler(IDocumentSession session) : IRequestHandler<RenameSession, bool>
{
    /// <returns>False when the user has no such session, or it has ended already.</returns>
    public async Task<bool> Handle(RenameSession command, CancellationToken cancellationToken)
    {
        var signIn = await session.LockAsync<SignInSession>(command.SessionId, cancellationToken);
        if (signIn is null || signIn.UserId != command.UserId || signIn.EndedAt is not null) return false;

        session.Store(signIn with { Device = command.Details.Name!.Trim() });
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
