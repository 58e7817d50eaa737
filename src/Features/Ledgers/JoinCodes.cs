using System.Buffers.Text;

namespace MyBudget.Features.Ledgers;

/// <summary>
/// The codes of join links. A code follows from the link's ledger, id and salt by a key that is not in the database: there only its hash is
/// kept, and still an owner can look at it, as text or as a picture, as long as it is good. The id alone would not do: clients choose it,
/// and a code that was revoked would be good again wherever its id is used once more.
/// </summary>
internal sealed class JoinCodes(SigningKeys keys)
{
    private static readonly byte[] Purpose = "mybudget join link"u8.ToArray();

    /// <summary>The link with the hash of a code, which is 256 random bits to one who does not have the key.</summary>
    public JoinLink Seal(JoinLink link) => link with { CodeHash = HashOf(Derive(keys.All[0], link)) };

    /// <returns>Null when the key that it was made with is not among the server's any more.</returns>
    public string? Of(JoinLink link) => keys.All.Select(key => Derive(key, link)).FirstOrDefault(code => HashOf(code) == link.CodeHash);

    /// <summary>As random as the code is, it needs no slow hash.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string Derive(Microsoft.IdentityModel.Tokens.ECDsaSecurityKey key, JoinLink link)
    {
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ECDsa.ExportParameters(includePrivateParameters: true).D!, 32, info: Purpose);
        Guid[] parts = link.Salt is { } salt ? [link.LedgerId, link.Id, salt] : [link.Id];
        byte[] named = [.. parts.SelectMany(part => part.ToByteArray(bigEndian: true))];
        return Base64Url.EncodeToString(HMACSHA256.HashData(secret, named));
    }
}
