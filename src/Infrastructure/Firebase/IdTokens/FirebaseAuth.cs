namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>Finds the user whom Firebase Authentication has signed in.</summary>
internal sealed class FirebaseAuth(
    IdTokenVerifier tokens, UserLookup users, AuthEmulator emulator, ParameterValues values, IOptions<FirebaseSettings> settings)
{
    /// <summary>Without a service account nobody could be asked whether a user was disabled, so then it is off.</summary>
    private readonly bool _isOn =
        settings.Value is { ProjectId.Length: > 0 } given && (emulator.IsOn || given.ServiceAccount is { Length: > 0 });

    /// <summary>Whether somebody may sign in this way: there is a project, and the operator has not switched it off.</summary>
    public bool OffersSignIn => _isOn && values.Of(Parameters.FirebaseSignIn);

    /// <exception cref="ProblemException">404: this server does not sign in with Firebase.</exception>
    public void EnsureSignIn() => Ensure(OffersSignIn);

    /// <summary>The user of an ID token that is good, and who is still welcome at Firebase.</summary>
    /// <exception cref="ProblemException">
    /// 401 <c>auth.invalid-firebase-token</c>: get a new one from Firebase; <c>auth.firebase-user-gone</c>: the user was disabled or
    /// deleted, or all their sign-ins were revoked since. 503: Google, who has to be asked, gives no answer.
    /// </exception>
    public async Task<FirebaseUser> VerifyAsync(string idToken, CancellationToken cancellationToken)
    {
        Ensure(_isOn);
        var user = await tokens.VerifyAsync(idToken, cancellationToken)
                   ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.invalid-firebase-token", "This Firebase ID token is not good (any more).");
        return await users.IsGoodAsync(user, cancellationToken)
            ? user
            : throw new ProblemException(StatusCodes.Status401Unauthorized, "auth.firebase-user-gone", "Firebase has ended this sign-in, or does not admit this user.");
    }

    public static ProblemException Unavailable(Exception? cause = null) => new(
        StatusCodes.Status503ServiceUnavailable, "auth.firebase-unavailable", "Firebase cannot be reached at the moment; try again.", cause);

    private static void Ensure(bool isOn)
    {
        if (!isOn) throw new ProblemException(StatusCodes.Status404NotFound, "auth.firebase-off", "This server does not offer signing in with Firebase.");
    }
}
