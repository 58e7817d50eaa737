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

    /// <summary>However much it is used, a session ends so long after its sign-in.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Living sessions of one user; one more ends the one that began first.</summary>
    public int MostSessions { get; set; } = 100;

    /// <summary>How long the refresh token before the newest still works, for a response that was lost on its way.</summary>
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// ES256 private keys in PEM (PKCS#8 or SEC 1), newest first: the first signs, all verify. Rotate by putting a new one in
    /// front and removing the old one after <see cref="AccessTokenLifetime"/>.
    /// </summary>
    public IList<string> SigningKeys { get; } = [];

    /// <summary>When a session of that sign-in ends which is used now, and then no more.</summary>
    public DateTimeOffset EndOf(DateTimeOffset signedIn, DateTimeOffset now)
    {
        var (unused, last) = (now + RefreshTokenLifetime, signedIn + SessionLifetime);
        return unused < last ? unused : last;
    }
}
