using MyBudget.Infrastructure.Firebase.IdTokens;

namespace MyBudget.Features.Identity;

/// <summary>Asks a user who is signed in to have signed in with Firebase just now: they may have no password to ask for.</summary>
internal sealed class FirebaseCheck(IDocumentSession session, FirebaseAuth firebase, Attempts attempts, CurrentUser current, TimeProvider time)
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(5);

    /// <exception cref="RuleViolation"><c>auth.firebase-sign-in-again</c>: not a 401, which would make clients sign in anew.</exception>
    public async Task VerifyAsync(Guid userId, string idToken, string network, CancellationToken cancellationToken)
    {
        // A session of its own: who has stolen one does not keep the others from the password.
        var account = current.SessionId.ToString("D");
        await attempts.CountAsync(AttemptKind.Password, account, new AttemptFrom(network), cancellationToken);
        var known = await ReadAsync(idToken, cancellationToken);
        var link = await session.LoadAsync<FirebaseLink>(FirebaseLink.IdOf(known.ProjectId, known.Uid), cancellationToken);
        if (link?.UserId != userId || known.SignedInAt < time.GetUtcNow() - JustNow) throw Again();
        await attempts.SucceededAsync(AttemptKind.Password, account, new AttemptFrom(network), cancellationToken);
    }

    private async Task<FirebaseUser> ReadAsync(string idToken, CancellationToken cancellationToken)
    {
        try
        {
            return await firebase.VerifyAsync(idToken, cancellationToken);
        }
        catch (ProblemException refused) when (refused.Status == StatusCodes.Status401Unauthorized)
        {
            throw Again();
        }
    }

    internal static RuleViolation Again() => new(
        "auth.firebase-sign-in-again", "This needs the ID token of a sign-in with Firebase, by this user, in the last five minutes.");
}
