namespace MyBudget.Infrastructure.Security;

/// <summary>Configuration section <c>Tokens</c>.</summary>
public sealed class TokenSettings
{
    public const string Section = "Tokens";

    /// <summary>The <c>iss</c> of access tokens.</summary>
    public string Issuer { get; set; } = "mybudget";

    /// <summary>The <c>aud</c> of access tokens.</summary>
    public string Audience { get; set; } = "mybudget";

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A refresh token not used for this long ends its session.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(60);

    /// <summary>How long the refresh token before the newest still works, for a response that was lost on its way.</summary>
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// ES256 private keys in PEM (PKCS#8 or SEC 1), newest first: the first signs, all verify. Rotate by putting a new one in
    /// front and removing the old one after <see cref="AccessTokenLifetime"/>.
    /// </summary>
    public IList<string> SigningKeys { get; } = [];
}
