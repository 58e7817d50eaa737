namespace MyBudget.Features.Identity;

/// <summary>Begins and ends sign-ins. All of it happens within the session, which the use case saves.</summary>
internal sealed class SignIns(
    IDocumentSession session, AccessTokens accessTokens, KnownPlaces places, SecurityEvents events, IMediator mediator,
    IOptions<TokenSettings> settings, TimeProvider time)
{
    /// <summary>
    /// A new family of refresh tokens, and its first. Where the user has as many sign-ins as they may, the one that began first ends; their
    /// credentials are locked, or new, so that two at once cannot both pass.
    /// </summary>
    /// <param name="user">Who signs in.</param>
    /// <param name="device">As <see cref="DeviceOf"/> has it.</param>
    /// <param name="place">From where.</param>
    /// <param name="through">See <see cref="SignInSession"/>.</param>
    public SignedIn Begin(UserProfile user, string? device, Place place, string? through = null)
    {
        var now = time.GetUtcNow();
        var token = RefreshToken.Generate();
        var installation = place.Installation ?? Installation.Generate();
        var signIn = new SignInSession(
            Guid.CreateVersion7(now), user.Id, device, CreatedAt: now, LastUsedAt: now, ExpiresAt: settings.Value.EndOf(now, now), Through: through,
            Network: place.Network, Installation: (place with { Installation = installation }).InstallationKey);
        session.Insert(signIn);
        session.Insert(new RefreshToken(RefreshToken.HashOf(token), signIn.Id, user.Id, now));
        End(
            $"""
             id in (
               select id from {SecurityTables.SignIns:raw}
               where user_id = {user.Id} and ended_at is null and (data->>'expiresAt')::timestamptz > {now} and id <> {signIn.Id}
               order by id desc offset {settings.Value.MostSessions - 1})
             """,
            EndReason.TooMany);
        places.Remember(user.Id, place with { Installation = installation });
        return new SignedIn(signIn.Id, Answer(user, signIn.Id, token) with { Installation = installation });
    }

    /// <summary>Tells of the sign-in, and mails the user unless the installation has proved that they signed in there before.</summary>
    public async Task AnnounceAsync(UserProfile user, SignedIn signedIn, string? device, Place place, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await mediator.Publish(new UserSignedIn(user.Id, signedIn.SessionId, device, IsNewDevice: !place.IsKnownInstallation, now), cancellationToken);
        if (!place.IsKnownInstallation) session.Enqueue(IdentityMail.NewSignIn(user.Id, device, place.Network, now).ToMessage());
    }

    /// <summary>What the client calls itself, else its user agent: what can be seen of it, since nobody could be asked for another name.</summary>
    public static string? DeviceOf(string? given, Caller caller) =>
        given is null || VisibleText.Of(given) is not { Length: > 0 } name ? caller.Agent : name;

    public Tokens Answer(UserProfile user, Guid sessionId, string refreshToken)
    {
        var access = accessTokens.Issue(user.Id, sessionId);
        return new Tokens(User.Of(user), access.Value, refreshToken, access.ExpiresIn);
    }

    /// <summary>
    /// Ends all sign-ins of a user but one, or only those through a link, by one statement however many there are, and forgets where the user has
    /// signed in, and ends what waits for a second factor. The caller has locked the user's credentials, as every sign-in does, so none can begin
    /// meanwhile; a refresh at work is waited for.
    /// </summary>
    public void EndAll(Guid userId, Guid? except, string reason, string? onlyThrough = null)
    {
        Sql which = $"user_id = {userId}";
        if (except is { } one) which.Append($" and id <> {one}");
        if (onlyThrough is not null) which.Append($" and data->>'through' = {onlyThrough}");
        End(which, reason);
        session.Queue($"delete from {FactorChallenges.Table:raw} where user_id = {userId}");
        events.Tell("sessions-ended", reason);
        // Somebody may have signed in who should not: none of the places where that was proves anything any more.
        if (onlyThrough is null) places.Forget(userId);
    }

    public void End(SignInSession signIn, string reason) => session.Store(signIn with { EndedAt = time.GetUtcNow(), EndedBy = reason });

    private void End(Sql which, string reason)
    {
        var now = time.GetUtcNow();
        session.Queue(((Sql)
            $"""
             update {SecurityTables.SignIns:raw}
             set data = data || jsonb_build_object('endedAt', {now.ToString("O", CultureInfo.InvariantCulture)}, 'endedBy', {reason}),
                 ended_at = {now}
             where ended_at is null and 
             """).Append(which));
    }
}

/// <summary>Why a sign-in ended.</summary>
internal static class EndReason
{
    public const string LoggedOut = "logout";
    public const string Revoked = "revoked";
    public const string Reused = "reuse";
    public const string PasswordChanged = "password-changed";
    public const string FirebaseUserDeleted = "firebase-user-deleted";
    public const string TooMany = "too-many";
    public const string SignedOutEverywhere = "everywhere";
    public const string ByOperator = "operator";
}

internal sealed record SignedIn(Guid SessionId, Tokens Tokens);
