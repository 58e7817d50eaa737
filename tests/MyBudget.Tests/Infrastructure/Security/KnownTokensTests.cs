using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using MyBudget.Infrastructure.Security;

namespace MyBudget.Tests.Infrastructure.Security;

public sealed class KnownTokensTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly KnownTokens _tokens = new();
    private DateTime _now = Start;

    [Fact]
    public async Task a_signature_is_checked_once()
    {
        var token = Token();
        (await IsValidAsync(token, _key)).ShouldBeTrue();
        (await IsValidAsync(token, _other)).ShouldBeTrue();
        (await IsValidAsync(Token("another"), _other)).ShouldBeFalse();
    }

    [Fact]
    public async Task a_known_token_expires_all_the_same()
    {
        var token = Token();
        (await IsValidAsync(token, _key)).ShouldBeTrue();
        _now = Start.AddMinutes(15);
        (await IsValidAsync(token, _key)).ShouldBeTrue();
        _now = Start.AddMinutes(15).AddSeconds(1);
        (await IsValidAsync(token, _key)).ShouldBeFalse();
    }

    [Fact]
    public async Task what_was_refused_is_not_known()
    {
        var token = Token();
        (await IsValidAsync(token, _other)).ShouldBeFalse();
        (await IsValidAsync(token, _key)).ShouldBeTrue();
        (await IsValidAsync(token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"), _key)).ShouldBeFalse();
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private async Task<bool> IsValidAsync(string token, ECDsa key) => (await _tokens.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidateIssuer = false,
        ValidateAudience = false,
        IssuerSigningKey = new ECDsaSecurityKey(key),
        LifetimeValidator = (_, expires, _, _) => _now <= expires,
    })).IsValid;

    private string Token(string subject = "somebody") => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Expires = Start.AddMinutes(15),
        Claims = new Dictionary<string, object> { ["sub"] = subject },
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_key), SecurityAlgorithms.EcdsaSha256),
    });
}
