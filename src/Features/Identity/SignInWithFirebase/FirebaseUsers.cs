using MyBudget.Infrastructure.Firebase.IdTokens;

namespace MyBudget.Features.Identity.SignInWithFirebase;

/// <summary>
/// Finds or links the user whom Firebase has signed in. An address counts only where both sides have confirmed it: else somebody who
/// claims a stranger's address first, here or there, would get into that stranger's account, or have them move into one that the
/// claimant can open too.
/// </summary>
internal sealed class FirebaseUsers(IDocumentSession session, TimeProvider time)
{
    /// <summary>The user who is linked already; their address no longer matters.</summary>
    public async Task<UserProfile?> FindAsync(string linkId, CancellationToken cancellationToken)
    {
        var link = await session.LoadAsync<FirebaseLink>(linkId, cancellationToken);
        return link is null ? null : await LockAsync(link.UserId, cancellationToken);
    }

    /// <summary>Links the user who has the same address; null when nobody has.</summary>
    /// <exception cref="RuleViolation"><c>auth.firebase-email-needed</c>, <c>auth.firebase-link-needed</c>.</exception>
    public async Task<UserProfile?> LinkAsync(FirebaseUser known, string linkId, CancellationToken cancellationToken)
    {
        if (!known.EmailVerified || !EmailAddress.IsPlausible(known.Email))
            throw new RuleViolation("auth.firebase-email-needed", "The first sign-in needs an e-mail address that Firebase has confirmed.");

        var email = EmailAddress.Normalize(known.Email!);
        var credentials = await session.Query<Credentials>().SingleOrDefaultAsync(each => each.Email == email, cancellationToken);
        if (credentials is null || await LockAsync(credentials.Id, cancellationToken) is not { } user) return null;
        if (!user.EmailVerified)
            throw RuleViolation.Conflict(
                "auth.firebase-link-needed",
                "There is an account with this e-mail address, which was never confirmed. Sign in with its password and confirm the address, "
                + "or set a new password by mail; then sign in with Firebase again.");

        Link(known, linkId, user);
        return user;
    }

    /// <summary>A user without a password, whose address needs no more confirmation.</summary>
    public UserProfile Create(FirebaseUser known, string linkId, SignInWithFirebaseRequest details)
    {
        var now = time.GetUtcNow();
        var email = known.Email!.Trim();
        var user = new UserProfile(
            Guid.CreateVersion7(now), email, EmailVerified: true, NameOf(details.DisplayName) ?? NameOf(known.Name) ?? email[..email.LastIndexOf('@')],
            details.Locale ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, details.TimeZone ?? "UTC", CreatedAt: now, Version: 1);
        session.Insert(user);
        session.Insert(new Credentials(user.Id, EmailAddress.Normalize(email), PasswordHash: null));
        Link(known, linkId, user);
        return user;
    }

    // Stored rather than inserted: it may take the place of one whose user is just being deleted.
    private void Link(FirebaseUser known, string linkId, UserProfile user) =>
        session.Store(new FirebaseLink(linkId, known.ProjectId, known.Uid, user.Id, time.GetUtcNow()));

    /// <summary>With their credentials locked, as for every sign-in. Null when they were deleted meanwhile.</summary>
    private async Task<UserProfile?> LockAsync(Guid userId, CancellationToken cancellationToken)
    {
        var credentials = await session.LockAsync<Credentials>(userId, cancellationToken);
        return credentials is null ? null : await session.LoadAsync<UserProfile>(userId, cancellationToken);
    }

    private static string? NameOf(string? given)
    {
        var line = VisibleText.Of(given ?? string.Empty);
        if (line.Length > IdentityRules.LongestName)
            line = line[..(char.IsHighSurrogate(line[IdentityRules.LongestName - 1]) ? IdentityRules.LongestName - 1 : IdentityRules.LongestName)].Trim();
        return line.Length == 0 ? null : line;
    }
}
