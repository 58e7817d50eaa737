namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in to show again who they are, in the way that they have, and by their second factor if they have one.</summary>
internal sealed class ProofCheck(IDocumentSession session, PasswordCheck password, FirebaseCheck firebase, FactorCheck factor)
{
    /// <summary>
    /// Leaves the user's credentials locked, so that they are still what was checked when the session is saved. A code is used up by that, too.
    /// </summary>
    /// <exception cref="RuleViolation">
    /// <c>auth.wrong-password</c>, <c>auth.firebase-sign-in-again</c>, <c>auth.factor-code-needed</c>, <c>auth.factor-code-invalid</c>: not a 401, which would
    /// make clients sign in anew.
    /// </exception>
    public async Task<Credentials> EnsureAsync(Guid userId, IdentityProof proof, string network, CancellationToken cancellationToken)
    {
        var needsCode = await factor.DemandAsync(userId, proof.Code, cancellationToken);
        var known = proof.IdToken is not null ? null : await password.VerifyAsync(userId, proof.Password!, network, cancellationToken);
        if (proof.IdToken is not null) await firebase.VerifyAsync(userId, proof.IdToken, network, cancellationToken);
        // Last of all: codes are not guessed without the password.
        var match = needsCode ? await factor.MatchAsync(userId, proof.Code!, network, cancellationToken) : null;

        var locked = await session.LockAsync<Credentials>(userId, cancellationToken);
        if (locked is null || known is not null && locked.PasswordHash != known.PasswordHash)
            throw known is null ? FirebaseCheck.Again() : PasswordCheck.Wrong();
        if (match is not null) await factor.UseAsync(userId, match, cancellationToken);
        return locked;
    }
}
