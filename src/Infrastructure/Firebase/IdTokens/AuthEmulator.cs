namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>
/// The Firebase Auth emulator, if <c>FIREBASE_AUTH_EMULATOR_HOST</c> names one as <c>host:port</c>, the variable that Google's own
/// libraries go by. It signs nothing, so a client that reaches the server can pass for anybody: in development only, or the server does not start.
/// </summary>
internal sealed class AuthEmulator(IConfiguration configuration)
{
    public const string Variable = "FIREBASE_AUTH_EMULATOR_HOST";

    /// <summary>Where it plays Identity Toolkit; null without an emulator.</summary>
    public Uri? IdentityAddress { get; } =
        configuration[Variable] is { Length: > 0 } host ? new Uri($"http://{host}/identitytoolkit.googleapis.com/") : null;

    public bool IsOn => IdentityAddress is not null;
}
