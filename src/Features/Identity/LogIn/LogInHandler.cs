namespace MyBudget.Features.Identity.LogIn;

internal sealed record LogIn(LogInRequest Details, string? Installation, Caller Caller) : ICommand<SignInAnswer>;

internal sealed class LogInHandler(
    IDocumentSession session, Attempts attempts, KnownPlaces places, PasswordHasher hasher, FactorChallenges challenges, SignIns signIns,
    TimeProvider time)
    : IRequestHandler<LogIn, SignInAnswer>
{
    public async Task<SignInAnswer> Handle(LogIn command, CancellationToken cancellationToken)
    {
        var details = command.Details;
        var email = EmailAddress.Normalize(details.Email!);
        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == email, cancellationToken);
        var place = await places.FindAsync(known?.Id, command.Caller.Network, command.Installation, cancellationToken);
        await attempts.CountAsync(AttemptKind.Login, email, place.From, cancellationToken);

        if (!await hasher.VerifyAsync(known?.PasswordHash, details.Password!, cancellationToken))
        {
            attempts.Failed(AttemptKind.Login, place.From);
            await WarnAsync(known, email, place, cancellationToken);
            throw Refused();
        }

        var newHash = hasher.NeedsRehash(known!.PasswordHash!) ? await hasher.HashAsync(details.Password!, cancellationToken) : null;

        // The password may have changed, or the user gone, while it was verified: a sign-in must not outlive either.
        var current = await session.LockAsync<Credentials>(known.Id, cancellationToken);
        if (current?.PasswordHash != known.PasswordHash) throw Refused();
        var user = await session.LoadAsync<UserProfile>(known.Id, cancellationToken) ?? throw Refused();

        if (newHash is not null) session.Store(current! with { PasswordHash = newHash });
        var device = SignIns.DeviceOf(details.Device, command.Caller);
        if (await challenges.AskAsync(user, device, place, through: null, cancellationToken) is { } challenge)
        {
            await session.SaveChangesAsync(cancellationToken);
            await attempts.SucceededAsync(AttemptKind.Login, email, place.From, cancellationToken, SecurityOutcome.Challenged);
            return challenge;
        }

        var signedIn = signIns.Begin(user, device, place);
        await signIns.AnnounceAsync(user, signedIn, device, place, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        await attempts.SucceededAsync(AttemptKind.Login, email, place.From, cancellationToken);
        return signedIn.Tokens;
    }

    /// <summary>Tells the owner, once, when many have failed in places where they never signed in.</summary>
    private async Task WarnAsync(Credentials? known, string email, Place place, CancellationToken cancellationToken)
    {
        if (place.IsKnown || !await attempts.ReachesAsync(AttemptKind.Warn, email, cancellationToken) || known is null) return;
        session.Enqueue(IdentityMail.FailedSignIns(known.Id, time.GetUtcNow()).ToMessage());
        await session.SaveChangesAsync(cancellationToken);
    }

    private static ProblemException Refused() =>
        new(StatusCodes.Status401Unauthorized, "auth.invalid-credentials", "The e-mail address or the password is wrong.");
}
