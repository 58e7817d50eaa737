namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in for their password again, before what cannot be undone.</summary>
internal sealed class PasswordCheck(IDocumentSession session, PasswordHasher hasher, Attempts attempts, CurrentUser current)
{
    /// <returns>What was checked. Nothing is locked: the caller sees whether it is still that.</returns>
    /// <exception cref="RuleViolation"><c>auth.wrong-password</c>: not a 401, which would make clients sign in anew.</exception>
    public async Task<Credentials> VerifyAsync(Guid userId, string password, string network, CancellationToken cancellationToken)
    {
        // A session of its own: who has stolen one does not keep the others from the password.
        var account = current.SessionId.ToString("D");
        await attempts.CountAsync(AttemptKind.Password, account, new AttemptFrom(network), cancellationToken);
        var known = await session.LoadAsync<Credentials>(userId, cancellationToken);
        if (!await hasher.VerifyAsync(known?.PasswordHash, password, cancellationToken))
        {
            attempts.Failed(AttemptKind.Password, new AttemptFrom(network));
            throw Wrong();
        }

        await attempts.SucceededAsync(AttemptKind.Password, account, new AttemptFrom(network), cancellationToken);
        return known!;
    }

    internal static RuleViolation Wrong() => new("auth.wrong-password", "This is not your password.");
}
