namespace MyBudget.Features.Identity;

/// <summary>
/// The secret by which an installation of a client proves at a sign-in that its user has signed in there before. The server makes it at the
/// first sign-in, and the client keeps it when it signs out; it opens nothing.
/// </summary>
internal static class Installation
{
    public const int Length = 43;

    /// <summary>256 random bits, base64url.</summary>
    public static string Generate() => RefreshToken.Generate();

    public static bool IsOne(string? secret) =>
        secret is { Length: Length } && secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    public static IRuleBuilderOptions<T, string?> InstallationSecret<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(secret => secret is null || IsOne(secret)).WithErrorCode("installation").WithMessage("This is no installation that a sign-in has answered.");
}
