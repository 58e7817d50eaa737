namespace MyBudget.Infrastructure.Firebase;

/// <summary>Configuration section <c>Firebase</c>. Without a project everything of Firebase is off, and the rest works.</summary>
public sealed class FirebaseSettings
{
    public const string Section = "Firebase";

    /// <summary>The Firebase project's id, for example <c>mybudget-prod</c>.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The service account's key: the path of its JSON file, or the JSON itself. Needed for push, Remote Config and signing in.</summary>
    public string? ServiceAccount { get; set; }

    /// <summary>FCM HTTP v1.</summary>
    public Uri MessagingAddress { get; set; } = new("https://fcm.googleapis.com");

    /// <summary>How long FCM may take for one message; after that it is tried again later.</summary>
    public TimeSpan MessagingTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Remote Config REST v1.</summary>
    public Uri RemoteConfigAddress { get; set; } = new("https://firebaseremoteconfig.googleapis.com");

    /// <summary>How often Remote Config is read, give or take a tenth, so that replicas do not all ask at once.</summary>
    public TimeSpan RemoteConfigInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The public keys that sign ID tokens, as a JSON web key set (RFC 7517).</summary>
    public Uri KeysAddress { get; set; } = new("https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com");

    /// <summary>Identity Toolkit, which knows whether a user is disabled or gone.</summary>
    public Uri IdentityAddress { get; set; } = new("https://identitytoolkit.googleapis.com");

    /// <summary>Signs what the project's functions tell the API; at least 16 characters. Without it their route is closed.</summary>
    public string? HookSecret { get; set; }

    /// <summary>Whether there is a project, and an account to push with and to read its Remote Config.</summary>
    public bool IsOn => ProjectId is { Length: > 0 } && ServiceAccount is { Length: > 0 };
}
