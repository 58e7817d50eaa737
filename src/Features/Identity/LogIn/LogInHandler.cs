namespace MyBudget.Features.Identity.LogIn;

internal sealed record LogIn(LogInRequest Details, Caller Caller) : ICommand<Tokens>;

internal sealed class LogInHandler(
    IDocumentSession session, Attempts attempts, PasswordHasher hasher, SignIns signIns)
    : IRequestHandler<LogIn, Tokens>
{
    public async Task<Tokens> Handle(LogIn command, CancellationToken cancellationToken)
    {
        var (details, network) = (command.Details, command.Caller.Network);
        var email = EmailAddress.Normalize(details.Email!);
        await attempts.CountAsync(AttemptKind.Login, email, network, cancellationToken);

        var known = await session.Query<Credentials>().SingleOrDefaultAsync(credentials => credentials.Email == email, cancellationToken);
        if (!await hasher.VerifyAsync(known?.PasswordHash, details.Password!, cancellationToken)) throw Refused();
        var newHash = hasher.NeedsRehash(known!.PasswordHash!) ? await hasher.HashAsync(details.Password!, cancellationToken) : null;

        // The password may have changed, or the user gone, while it was verified: a sign-in must not outlive either.
        var current = await session.LockAsync<Credentials>(known.Id, cancellationToken);
        if (current?.PasswordHash != known.PasswordHash) throw Refused();
        var user = await session.LoadAsync<UserProfile>(known.Id, cancellationToken) ?? throw Refused();

        if (newHash is not null) session.Store(current! with { PasswordHash = newHash });
        var device = details.Device?.Trim() ?? command.Caller.Agent;
        var signedIn = signIns.Begin(user, device);
        await signIns.AnnounceAsync(user, signedIn, device, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        await attempts.SucceededAsync(AttemptKind.Login, email, network, cancellationToken);
        return signedIn.Tokens;
    }

    private static ProblemException Refused() =>
        new(StatusCodes.Status401Unauthorized, "auth.invalid-credentials", "The e-mail address or the password is wrong.");
}
