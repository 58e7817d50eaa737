namespace MyBudget.Features.Identity.Reauthenticate;

internal sealed record Reauthenticate(Guid UserId, Guid SessionId, IdentityProof Details, Caller Caller) : ICommand<Unit>;

internal sealed class ReauthenticateHandler(IDocumentSession session, ProofCheck check, TimeProvider time) : IRequestHandler<Reauthenticate, Unit>
{
    public async Task<Unit> Handle(Reauthenticate command, CancellationToken cancellationToken)
    {
        await check.EnsureAsync(command.UserId, command.Details, command.Caller.Network, cancellationToken);
        if (await session.LockAsync<SignInSession>(command.SessionId, cancellationToken) is { EndedAt: null } signIn)
            session.Store(signIn with { ProvenAt = time.GetUtcNow() });
        await session.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
