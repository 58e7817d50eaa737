namespace MyBudget.Infrastructure.WebApp;

/// <summary>Configuration section <c>App</c>: the app that is served beside the API.</summary>
public sealed class AppSettings
{
    public const string Section = "App";

    /// <summary>The folder of the built app; without it, or where it has no <c>index.html</c>, only the API is served.</summary>
    public string? Root { get; set; }

    /// <summary>The Android package of the app.</summary>
    public AndroidApp Android { get; set; } = new();
}

/// <summary>What Android has to know of a package that shows this server's app full screen, as its own (a Trusted Web Activity).</summary>
public sealed class AndroidApp
{
    /// <summary>The name of the package, such as <c>org.example.budget</c>.</summary>
    public string? Package { get; set; }

    /// <summary>SHA-256 of the certificates that it is signed with: 32 bytes in hexadecimal with colons between them.</summary>
    public IList<string> Fingerprints { get; } = [];

    /// <summary>Without those that an environment names and leaves empty.</summary>
    internal IReadOnlyList<string> GivenFingerprints => [.. Fingerprints.Where(text => !string.IsNullOrWhiteSpace(text))];
}
