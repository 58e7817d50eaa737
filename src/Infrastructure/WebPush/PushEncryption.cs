using System.Buffers.Binary;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>Encrypts for one browser alone (RFC 8291): a push service carries what it cannot read. One record of <c>aes128gcm</c> (RFC 8188).</summary>
internal static class PushEncryption
{
    public const string Encoding = "aes128gcm";

    public const int AuthSize = 16;

    /// <summary>What encrypting adds: salt, record size, length of the key, key, the record's end, and its tag.</summary>
    public const int Overhead = SaltSize + sizeof(int) + 1 + P256Point.Size + 1 + TagSize;

    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const int KeySize = 16;
    private const int NonceSize = 12;
    private const int RecordSize = 4096;

    /// <summary>Marks the last record.</summary>
    private const byte End = 2;

    public static byte[] Encrypt(ReadOnlySpan<byte> plain, ECParameters browser, byte[] auth)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(plain, browser, auth, sender, RandomNumberGenerator.GetBytes(SaltSize));
    }

    internal static byte[] Encrypt(ReadOnlySpan<byte> plain, ECParameters browser, byte[] auth, ECDiffieHellman sender, byte[] salt)
    {
        if (plain.Length + Overhead > RecordSize) throw new ArgumentOutOfRangeException(nameof(plain), "This does not fit into one record.");

        var ours = P256Point.Write(sender.ExportParameters(includePrivateParameters: false).Q);
        var (key, nonce) = Derive(browser, auth, sender, ours, salt);
        var body = new byte[plain.Length + Overhead];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(SaltSize), RecordSize);
        body[SaltSize + sizeof(int)] = P256Point.Size;
        ours.CopyTo(body, SaltSize + sizeof(int) + 1);

        using var cipher = new AesGcm(key, TagSize);
        var record = body.AsSpan(SaltSize + sizeof(int) + 1 + P256Point.Size);
        cipher.Encrypt(nonce, [.. plain, End], record[..^TagSize], record[^TagSize..]);
        return body;
    }

    private static (byte[] Key, byte[] Nonce) Derive(ECParameters browser, byte[] auth, ECDiffieHellman sender, byte[] ours, byte[] salt)
    {
        using var theirs = ECDiffieHellman.Create(browser);
        var shared = HKDF.Extract(HashAlgorithmName.SHA256, sender.DeriveRawSecretAgreement(theirs.PublicKey), auth);
        byte[] info = [.. "WebPush: info\0"u8, .. P256Point.Write(browser.Q), .. ours];
        var material = HKDF.Expand(HashAlgorithmName.SHA256, shared, SHA256.HashSizeInBytes, info);
        var random = HKDF.Extract(HashAlgorithmName.SHA256, material, salt);
        return (
            HKDF.Expand(HashAlgorithmName.SHA256, random, KeySize, "Content-Encoding: aes128gcm\0"u8.ToArray()),
            HKDF.Expand(HashAlgorithmName.SHA256, random, NonceSize, "Content-Encoding: nonce\0"u8.ToArray()));
    }
}
