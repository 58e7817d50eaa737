using System.Text.RegularExpressions;

namespace MyBudget.Infrastructure.RuntimeSettings;

/// <summary>What an app says it is: <c>android/1.4.2</c>.</summary>
/// <param name="Platform">Lower-case letters and digits. Minimum versions are kept for <c>android</c> and <c>ios</c>; others are free.</param>
/// <param name="Version">major.minor.patch.</param>
internal sealed partial record ClientApp(string Platform, Version Version)
{
    public const string Pattern = @"^[a-z][a-z0-9]{0,19}/[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$";

    public static ClientApp? Read(string text) =>
        Form().IsMatch(text) && text.Split('/') is [var platform, var version] ? new ClientApp(platform, Version.Parse(version)) : null;

    public static Version? ReadVersion(string text) => Read($"any/{text}")?.Version;

    [GeneratedRegex(Pattern, RegexOptions.None, 1000)]
    private static partial Regex Form();
}
