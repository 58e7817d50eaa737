namespace MyBudget.Features.Identity;

/// <summary>Begins and ends sign-ins. All of it happens within the session, which the use case saves.</summary>
internal sealed class SignIns(
    IDocumentSession session, AccessTokens accessTokens, IMediator mediator, IOptions<TokenSettings> settings, TimeProvider time)
{
    /// <summary>A new family of refresh tokens, and its first.</summary>
    public SignedIn Begin(UserProfile user, string? device, string? through = null)
    {
        var now = time.GetUtcNow();
        var token = RefreshToken.Generate();
        var signIn = new SignInSession(
            Guid.CreateVersion7(now), user.Id, device, CreatedAt: now, LastUsedAt: now, ExpiresAt: now + settings.Value.RefreshTokenLifetime,
            Through: through);
        session.Insert(signIn);
        session.Insert(new RefreshToken(RefreshToken.HashOf(token), signIn.Id, user.Id, now));
        return new SignedIn(signIn.Id, Answer(user, signIn.Id, token));
    }

    /// <summary>Tells of the sign-in, and mails the user when it came from a device not known before.</summary>
    public async Task AnnounceAsync(UserProfile user, SignedIn signedIn, string? device, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isNewDevice = !await session.Query<SignInSession>().AnyAsync(known => known.UserId == user.Id && known.Device == device, cancellationToken);
        await mediator.Publish(new UserSignedIn(user.Id, signedIn.SessionId, device, isNewDevice, now), cancellationToken);
        if (isNewDevice) session.Enqueue(IdentityMail.NewSignIn(user.Id, device, now).ToMessage());
    }

    public Tokens Answer(UserProfile user, Guid sessionId, string refreshToken)
    {
        var access = accessTokens.Issue(user.Id, sessionId);
        return new Tokens(User.Of(user), access.Value, refreshToken, access.ExpiresIn);
    }

    /// <summary>
    /// Ends all sign-ins of a user but one, or only those through a link. The caller has locked the user's credentials, as every
    /// sign-in does, so none can begin meanwhile; a refresh at work is waited for.
    /// </summary>
    public async Task EndAllAsync(Guid userId, Guid? except, string reason, CancellationToken cancellationToken, string? onlyThrough = null)
    {
        var living = await session.DocumentsAsync<SignInSession>(
            $"where user_id = {userId} and ended_at is null order by id for update", cancellationToken);
        foreach (var signIn in living.Where(signIn => signIn.Id != except && (onlyThrough is null || signIn.Through == onlyThrough))) End(signIn, reason);
    }

    public void End(SignInSession signIn, string reason) => session.Store(signIn with { EndedAt = time.GetUtcNow(), EndedBy = reason });
}

/// <summary>Why a sign-in ended.</summary>
internal static class EndReason
{
    public const string LoggedOut = "logout";
    public const string Revoked = "revoked";
    public const string Reused = "reuse";
    public const string PasswordChanged = "password-changed";
    public const string FirebaseUserDeleted = "firebase-user-deleted";
}

internal sealed record SignedIn(Guid SessionId, Tokens Tokens);
