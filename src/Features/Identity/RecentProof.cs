namespace MyBudget.Features.Identity;

/// <summary>Asks that the user of a session has shown who they are in the last minutes, by the sign-in or since (docs/adr/0052).</summary>
internal sealed class RecentProof(IDocumentSession session, CurrentUser current, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    /// <exception cref="ProblemException"><c>auth.proof-needed</c>: not a 401, which would make clients sign in anew.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var signIn = await session.LoadAsync<SignInSession>(current.SessionId, cancellationToken);
        if (signIn is not null && (signIn.ProvenAt ?? signIn.CreatedAt) > time.GetUtcNow() - GoodFor) return;
        throw new ProblemException(
            StatusCodes.Status403Forbidden, "auth.proof-needed", "First show again that it is you.");
    }
}
