using System.Buffers.Text;

namespace MyBudget.Features.Ledgers;

/// <summary>
/// The codes of join links. A code follows from the link's id by a key that is not in the database: there only its hash is kept, and still
/// an owner can look at it, as text or as a picture, as long as it is good.
/// </summary>
internal sealed class JoinCodes(SigningKeys keys)
{
    private static readonly byte[] Purpose = "mybudget join link"u8.ToArray();

    /// <summary>As one who does not have the key sees it, 256 random bits.</summary>
    public string Of(Guid linkId) => Derive(keys.All[0], linkId);

    /// <returns>Null when the key that it was made with is not among the server's any more.</returns>
    public string? Of(JoinLink link) => keys.All.Select(key => Derive(key, link.Id)).FirstOrDefault(code => HashOf(code) == link.CodeHash);

    /// <summary>As random as the code is, it needs no slow hash.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string Derive(Microsoft.IdentityModel.Tokens.ECDsaSecurityKey key, Guid linkId)
    {
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ECDsa.ExportParameters(includePrivateParameters: true).D!, 32, info: Purpose);
        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, linkId.ToByteArray(bigEndian: true)));
    }
}
