using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.WebApp;

internal static partial class AppSetup
{
    private const string Android = $"{AppSettings.Section}:{nameof(AppSettings.Android)}";

    public static WebApplicationBuilder AddApp(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<AppSettings>(AppSettings.Section)
            .Validate(settings => string.IsNullOrEmpty(settings.Android.Package) == (settings.Android.GivenFingerprints.Count == 0),
                $"{Android}: Package and Fingerprints are set together, or neither.")
            .Validate(settings => settings.Android.Package is not { Length: > 0 } package || PackageName().IsMatch(package),
                $"{Android}:{nameof(AndroidApp.Package)} is not the name of a package such as org.example.budget.")
            .Validate(settings => settings.Android.GivenFingerprints.All(text => Fingerprint().IsMatch(text)),
                $"{Android}:{nameof(AndroidApp.Fingerprints)} holds something that is not a SHA-256 fingerprint: 32 bytes in hexadecimal with colons between them.");
        return builder;
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackageName();

    [GeneratedRegex(@"^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fingerprint();
}
