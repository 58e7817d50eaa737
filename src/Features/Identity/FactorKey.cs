namespace MyBudget.Features.Identity;

/// <summary>Encrypts the secrets of second factors as they are kept (AES-256-GCM): who reads the database alone learns no code.</summary>
internal sealed class FactorKey(byte[] key)
{
    public const int Size = 32;

    private const int NameSize = 4;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _name = SHA256.HashData(key)[..NameSize];

    /// <summary>Whether it has encrypted this.</summary>
    public bool HasSealed(ReadOnlySpan<byte> box) => box.Length > NameSize + NonceSize + TagSize && box[..NameSize].SequenceEqual(_name);

    /// <param name="secret">What nobody is to read.</param>
    /// <param name="factorId">Whose it is: with another's it does not open.</param>
    /// <returns>The key's name, nonce, tag and ciphertext.</returns>
    public byte[] Seal(ReadOnlySpan<byte> secret, Guid factorId)
    {
        var box = new byte[NameSize + NonceSize + TagSize + secret.Length];
        _name.CopyTo(box, 0);
        var nonce = box.AsSpan(NameSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, secret, box.AsSpan(NameSize + NonceSize + TagSize), box.AsSpan(NameSize + NonceSize, TagSize), factorId.ToByteArray());
        return box;
    }

    /// <returns>Null where it was changed, or is another factor's.</returns>
    public byte[]? Open(ReadOnlySpan<byte> box, Guid factorId)
    {
        var secret = new byte[box.Length - NameSize - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        try
        {
            cipher.Decrypt(
                box.Slice(NameSize, NonceSize), box[(NameSize + NonceSize + TagSize)..], box.Slice(NameSize + NonceSize, TagSize), secret, factorId.ToByteArray());
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
