namespace MyBudget.Features.Identity.RemoveFactor;

internal sealed record RemoveFactor(Guid Id, Guid UserId) : ICommand<bool>;

internal sealed class RemoveFactorHandler(IDocumentSession session, RecentProof proof, SecondFactors factors, FactorNotices notices)
    : IRequestHandler<RemoveFactor, bool>
{
    /// <returns>False when the user has no such factor.</returns>
    public async Task<bool> Handle(RemoveFactor command, CancellationToken cancellationToken)
    {
        await proof.EnsureAsync(cancellationToken);
        await session.LockAsync<Credentials>(command.UserId, cancellationToken);
        var known = (await factors.ListAsync(command.UserId, cancellationToken)).FirstOrDefault(factor => factor.Id == command.Id);
        if (known is null || !await factors.RemoveAsync(known.Id, command.UserId, cancellationToken)) return false;
        notices.Tell(command.UserId, IdentityMailKind.FactorRemoved, "removed", known.Name);
        await session.SaveChangesAsync(cancellationToken);
        return true;
    }
}
