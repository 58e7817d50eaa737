using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Firebase.IdTokens;

/// <summary>
/// Verifies ID tokens as https://firebase.google.com/docs/auth/admin/verify-id-tokens prescribes for those without Google's SDK.
/// The algorithm is fixed before a key is looked for: a token has no say in how it is checked.
/// </summary>
internal sealed class IdTokenVerifier(PublicKeys keys, AuthEmulator emulator, IOptions<FirebaseSettings> settings, TimeProvider time)
{
    private const int LongestUid = 128;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Null for a token that is not good; why is nobody's business.</summary>
    public async Task<FirebaseUser?> VerifyAsync(string idToken, CancellationToken cancellationToken)
    {
        if (Parse(idToken) is not { } token || await ParametersAsync(token, cancellationToken) is not { } parameters) return null;
        var result = await _handler.ValidateTokenAsync(token, parameters);
        return result.IsValid ? Read(token) : null;
    }

    private JsonWebToken? Parse(string idToken)
    {
        try
        {
            return _handler.ReadJsonWebToken(idToken);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            return null;
        }
    }

    private async Task<TokenValidationParameters?> ParametersAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = $"https://securetoken.google.com/{settings.Value.ProjectId}",
            ValidAudience = settings.Value.ProjectId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (_, expires, _, _) => expires is { } end && time.GetUtcNow().UtcDateTime < end + Skew,
        };
        if (emulator.IsOn)
        {
            parameters.RequireSignedTokens = false;
            return token.Alg == SecurityAlgorithms.None ? parameters : null;
        }

        if (token.Alg != SecurityAlgorithms.RsaSha256 || string.IsNullOrEmpty(token.Kid)) return null;
        parameters.IssuerSigningKey = await keys.FindAsync(token.Kid, cancellationToken);
        return parameters.IssuerSigningKey is null ? null : parameters;
    }

    private FirebaseUser? Read(JsonWebToken token)
    {
        if (Text(token, JwtRegisteredClaimNames.Sub) is not { Length: > 0 and <= LongestUid } uid || uid.Any(char.IsControl)) return null;
        if (token.Audiences.Count() != 1) return null;
        if (PastOf(token, JwtRegisteredClaimNames.Iat) is null || PastOf(token, "auth_time") is not { } signedInAt) return null;

        var isVerified = token.TryGetPayloadValue<object>("email_verified", out var verified) && verified is true;
        return new FirebaseUser(settings.Value.ProjectId!, uid, Text(token, "email"), isVerified, Text(token, "name"), signedInAt);
    }

    private static string? Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<object>(claim, out var value) ? value as string : null;

    /// <summary>Null when the claim is missing, is no time, or lies in the future.</summary>
    private DateTimeOffset? PastOf(JsonWebToken token, string claim)
    {
        if (!token.TryGetPayloadValue<object>(claim, out var value)) return null;
        var seconds = value switch { long whole => whole, int whole => whole, _ => long.MaxValue };
        var latest = (time.GetUtcNow() + Skew).ToUnixTimeSeconds();
        return seconds >= 0 && seconds <= latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
