namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in for their password again, before what cannot be undone.</summary>
internal sealed class PasswordCheck(IDocumentSession session, PasswordHasher hasher, Attempts attempts, CurrentUser current)
{
    /// <summary>Leaves the user's credentials locked, so that they are still what was checked when the session is saved.</summary>
    /// <exception cref="RuleViolation"><c>auth.wrong-password</c>: not a 401, which would make clients sign in anew.</exception>
    public async Task<Credentials> EnsureAsync(Guid userId, string password, string network, CancellationToken cancellationToken)
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

        var locked = await session.LockAsync<Credentials>(userId, cancellationToken);
        return locked is not null && locked.PasswordHash == known!.PasswordHash ? locked : throw Wrong();
    }

    private static RuleViolation Wrong() => new("auth.wrong-password", "This is not your password.");
}
