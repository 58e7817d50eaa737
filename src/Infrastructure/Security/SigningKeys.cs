using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Security;

/// <summary>The ES256 (RFC 7518, 3.4) keys of access tokens. A key's id is its JWK thumbprint (RFC 7638).</summary>
public sealed class SigningKeys
{
    public SigningKeys(IOptions<TokenSettings> settings, IHostEnvironment environment, IConfiguration configuration)
    {
        var pems = settings.Value.SigningKeys.Where(pem => !string.IsNullOrWhiteSpace(pem)).ToList();
        if (pems.Count == 0 && environment.IsDevelopment()) pems = [DevelopmentKey.ReadOrCreate(configuration)];

        All = [.. pems.Select(Load)];
    }

    /// <summary>The key that signs first, then those that only verify.</summary>
    public IReadOnlyList<ECDsaSecurityKey> All { get; }

    public SigningCredentials Credentials => new(All[0], SecurityAlgorithms.EcdsaSha256);

    private static ECDsaSecurityKey Load(string pem)
    {
        var algorithm = ECDsa.Create();
        algorithm.ImportFromPem(pem);
        if (algorithm.KeySize != 256) throw new InvalidOperationException("Token signing keys must be on the P-256 curve.");

        var key = new ECDsaSecurityKey(algorithm);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
