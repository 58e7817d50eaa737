namespace MyBudget.Features.Identity;

/// <summary>What every way to sign in answers.</summary>
/// <param name="User">The user.</param>
/// <param name="AccessToken">Goes into <c>Authorization: Bearer</c>.</param>
/// <param name="RefreshToken">Good for one refresh; keep it secret and safe.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="Installation">
/// Keep it, also when the user signs out, and send it with the next sign-in, whoever's: it shows that they have signed in here before. Null in
/// the answer to a refresh.
/// </param>
internal sealed record Tokens(
    User User, string AccessToken, string RefreshToken, int ExpiresIn, string TokenType = "Bearer", string? Installation = null);

/// <summary>The same for a browser, which has the refresh token in a cookie.</summary>
/// <param name="User">The user.</param>
/// <param name="AccessToken">Goes into <c>Authorization: Bearer</c>; keep it in memory alone.</param>
/// <param name="ExpiresIn">Seconds until the access token ends.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
internal sealed record BrowserTokens(User User, string AccessToken, int ExpiresIn, string TokenType);

/// <summary>A user as they see themselves.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Email">As the user typed it.</param>
/// <param name="EmailVerified">Whether a code that was mailed there came back.</param>
/// <param name="DisplayName">What other members see.</param>
/// <param name="Locale">en or ru: the language of mail and notifications.</param>
/// <param name="TimeZone">IANA, such as Europe/Berlin.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record User(
    Guid Id, string Email, bool EmailVerified, string DisplayName, string Locale, string TimeZone, DateTimeOffset CreatedAt)
{
    public static User Of(UserProfile profile) => new(
        profile.Id, profile.Email, profile.EmailVerified, profile.DisplayName, profile.Locale, profile.TimeZone, profile.CreatedAt);
}
