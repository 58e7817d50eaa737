using MyBudget.Infrastructure.Firebase.IdTokens;

namespace MyBudget.Features.Identity.SignInWithFirebase;

internal sealed record SignInWithFirebase(SignInWithFirebaseRequest Details, string? Installation, Caller Caller) : ICommand<FirebaseSignedIn>;

internal sealed record FirebaseSignedIn(SignInAnswer Answer, bool IsNew);

internal sealed class SignInWithFirebaseHandler(
    IDocumentSession session, FirebaseAuth firebase, FirebaseUsers users, Attempts attempts, KnownPlaces places, FactorChallenges challenges,
    SignIns signIns, ParameterValues values, IMediator mediator, TimeProvider time)
    : IRequestHandler<SignInWithFirebase, FirebaseSignedIn>
{
    public async Task<FirebaseSignedIn> Handle(SignInWithFirebase command, CancellationToken cancellationToken)
    {
        var (details, network) = (command.Details, command.Caller.Network);
        firebase.EnsureSignIn();
        await attempts.CountAsync(AttemptKind.Login, account: null, new AttemptFrom(network), cancellationToken);
        var known = await VerifyAsync(details.IdToken!, network, cancellationToken);

        var linkId = FirebaseLink.IdOf(known.ProjectId, known.Uid);
        await FirebaseLink.HoldAsync(session, linkId, cancellationToken);
        var user = await users.FindAsync(linkId, cancellationToken) ?? await users.LinkAsync(known, linkId, cancellationToken);
        var isNew = user is null;
        if (isNew) FeatureSwitch.SignUp.EnsureOn(values);
        if (isNew) await attempts.CountAsync(AttemptKind.Register, account: null, new AttemptFrom(network), cancellationToken);
        user ??= users.Create(known, linkId, details);

        var device = SignIns.DeviceOf(details.Device, command.Caller);
        var place = await places.FindAsync(isNew ? null : user.Id, network, command.Installation, cancellationToken);
        if (await challenges.AskAsync(user, device, place, through: linkId, cancellationToken) is { } challenge)
        {
            await session.SaveChangesAsync(cancellationToken);
            await attempts.SucceededAsync(AttemptKind.Login, account: null, new AttemptFrom(network), cancellationToken, SecurityOutcome.Challenged);
            return new FirebaseSignedIn(challenge, IsNew: false);
        }

        var signedIn = signIns.Begin(user, device, place, through: linkId);
        if (isNew) await WelcomeAsync(user, cancellationToken);
        else await signIns.AnnounceAsync(user, signedIn, device, place, cancellationToken);
        await session.SaveChangesAsync(cancellationToken);

        await attempts.SucceededAsync(AttemptKind.Login, account: null, new AttemptFrom(network), cancellationToken);
        return new FirebaseSignedIn(signedIn.Tokens, isNew);
    }

    private async Task<FirebaseUser> VerifyAsync(string idToken, string network, CancellationToken cancellationToken)
    {
        try
        {
            return await firebase.VerifyAsync(idToken, cancellationToken);
        }
        catch (ProblemException away) when (away.Status == StatusCodes.Status503ServiceUnavailable)
        {
            // Nothing was tried: a household that waits for Google is not shut out for it.
            await attempts.SucceededAsync(AttemptKind.Login, account: null, new AttemptFrom(network), cancellationToken);
            throw;
        }
    }

    private async Task WelcomeAsync(UserProfile user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await mediator.Publish(new UserRegistered(user.Id, user.Email, user.Locale, now), cancellationToken);
        await mediator.Publish(new EmailVerified(user.Id, user.Email, now), cancellationToken);
    }
}
