using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Security;

/// <summary>Issues access tokens: short-lived JWTs (RFC 7519) that name the user and the sign-in.</summary>
public sealed class AccessTokens(SigningKeys keys, IOptions<TokenSettings> settings, TimeProvider time)
{
    /// <summary>So that no other token of the same keys is taken for one (RFC 9068, 2.1).</summary>
    public const string Type = "at+jwt";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public AccessToken Issue(Guid userId, Guid sessionId)
    {
        var now = time.GetUtcNow();
        var lifetime = settings.Value.AccessTokenLifetime;
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = settings.Value.Issuer,
            Audience = settings.Value.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = keys.Credentials,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [JwtRegisteredClaimNames.Sub] = userId.ToString("D", CultureInfo.InvariantCulture),
                [JwtRegisteredClaimNames.Sid] = sessionId.ToString("D", CultureInfo.InvariantCulture),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture),
            },
        });
        return new AccessToken(token, (int)lifetime.TotalSeconds);
    }
}

/// <param name="Value">The compact JWS.</param>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken(string Value, int ExpiresIn);
