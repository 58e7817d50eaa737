using Microsoft.IdentityModel.Tokens;

namespace MyBudget.Infrastructure.Security;

/// <summary>The ES256 (RFC 7518, 3.4) keys of access tokens. A key's id is its JWK thumbprint (RFC 7638).</summary>
public sealed class SigningKeys
{
    private const int KeySize = 256;

    public SigningKeys(IOptions<TokenSettings> settings) =>
        // The same key in two places is one key: the second place is for a rotation.
        All = [.. settings.Value.SigningKeys.Where(pem => !string.IsNullOrWhiteSpace(pem)).Select(Load).DistinctBy(key => key.KeyId, StringComparer.Ordinal)];

    /// <summary>The key that signs first, then those that only verify.</summary>
    public IReadOnlyList<ECDsaSecurityKey> All { get; }

    public SigningCredentials Credentials => new(All[0], SecurityAlgorithms.EcdsaSha256);

    internal static bool CanLoad(string pem)
    {
        try
        {
            using var algorithm = ECDsa.Create();
            algorithm.ImportFromPem(pem);
            return algorithm.KeySize == KeySize && algorithm.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static ECDsaSecurityKey Load(string pem)
    {
        var algorithm = ECDsa.Create();
        algorithm.ImportFromPem(pem);
        var key = new ECDsaSecurityKey(algorithm);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
