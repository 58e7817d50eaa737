namespace MyBudget.Features.Identity.SignInWithFactor;

internal sealed record SignInWithFactor(SignInWithFactorRequest Details, string? Installation, Caller Caller) : ICommand<SignInAnswer>;

internal sealed class SignInWithFactorHandler(
    IDocumentSession session, FactorChallenges challenges, FactorCodes codes, FactorNotices notices, Attempts attempts, KnownPlaces places, SignIns signIns)
    : IRequestHandler<SignInWithFactor, SignInAnswer>
{
    public async Task<SignInAnswer> Handle(SignInWithFactor command, CancellationToken cancellationToken)
    {
        var (details, network) = (command.Details, command.Caller.Network);
        var asked = await challenges.TryAsync(details.Challenge!, new Place(network, command.Installation), cancellationToken) ?? throw Ended();
        var account = asked.UserId.ToString("D");
        var place = await places.FindAsync(asked.UserId, network, command.Installation, cancellationToken);
        await attempts.CountAsync(AttemptKind.Factor, account, place.From, cancellationToken);
        if (await codes.MatchAsync(asked.UserId, details.Code!, cancellationToken) is not { } match)
        {
            attempts.Failed(AttemptKind.Factor, place.From);
            await WarnAsync(asked.UserId, account, cancellationToken);
            throw Wrong();
        }

        // What ends all sign-ins ends challenges, too, with the credentials locked: either this finds it ended, or it is ended with the others.
        if (await session.LockAsync<Credentials>(asked.UserId, cancellationToken) is null) throw Ended();
        if (!await challenges.EndAsync(asked, cancellationToken)) throw Ended();
        if (!await codes.UseAsync(asked.UserId, match, cancellationToken)) throw Wrong();
        var user = await session.LoadAsync<UserProfile>(asked.UserId, cancellationToken) ?? throw Ended();
        var signedIn = signIns.Begin(user, asked.Device, place, asked.Through);
        await signIns.AnnounceAsync(user, signedIn, asked.Device, place, cancellationToken);
        await notices.UsedAsync(user.Id, match, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        await attempts.SucceededAsync(AttemptKind.Factor, account, place.From, cancellationToken);
        return signedIn.Tokens;
    }

    /// <summary>Whoever fails here knows the password: the owner is told, once in a while.</summary>
    private async Task WarnAsync(Guid userId, string account, CancellationToken cancellationToken)
    {
        if (!await attempts.ReachesAsync(AttemptKind.Warn, $"factor|{account}", cancellationToken)) return;
        notices.Mail(userId, IdentityMailKind.WrongFactorCodes);
        await session.SaveChangesAsync(cancellationToken);
    }

    private static ProblemException Wrong() =>
        new(StatusCodes.Status401Unauthorized, "auth.factor-code-invalid", "This code is wrong, or it was used already.");

    private static ProblemException Ended() =>
        new(StatusCodes.Status401Unauthorized, "auth.challenge-ended", "This sign-in took too long, or had too many wrong codes; begin anew.");
}
