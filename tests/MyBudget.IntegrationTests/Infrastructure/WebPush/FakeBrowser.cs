using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MyBudget.IntegrationTests.Infrastructure.WebPush;

/// <summary>A browser that has subscribed: its keys, and what RFC 8291 has it do with a message.</summary>
public sealed class FakeBrowser : IDisposable
{
    private readonly ECDiffieHellman _keys;
    private readonly byte[] _auth;

    public FakeBrowser()
        : this(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(16))
    {
    }

    public FakeBrowser(ECDiffieHellman keys, byte[] auth) => (_keys, _auth) = (keys, auth);

    public required string Endpoint { get; init; }

    /// <summary>The server's key that it subscribed with.</summary>
    public required string VapidKey { get; init; }

    /// <summary>As <c>PushSubscription.toJSON()</c> has it, and the key.</summary>
    public object Subscription => new
    {
        endpoint = Endpoint,
        expirationTime = (double?)null,
        keys = new { p256dh = Base64Url.EncodeToString(PublicKey), auth = Base64Url.EncodeToString(_auth) },
        vapidKey = VapidKey,
    };

    private byte[] PublicKey
    {
        get
        {
            var point = _keys.ExportParameters(includePrivateParameters: false).Q;
            return [4, .. point.X!, .. point.Y!];
        }
    }

    public byte[] Decrypt(byte[] body)
    {
        var (salt, size, keySize) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[20]);
        var (theirs, record) = (body[21..(21 + keySize)], body[(21 + keySize)..]);
        ((int)size).ShouldBeGreaterThanOrEqualTo(record.Length, "there is one record");
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = theirs[1..33], Y = theirs[33..] },
        });
        var shared = HMACSHA256.HashData(_auth, _keys.DeriveRawSecretAgreement(sender.PublicKey));
        var material = HMACSHA256.HashData(shared, (byte[])[.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. PublicKey, .. theirs, 1]);
        var random = HMACSHA256.HashData(salt, material);
        var key = HMACSHA256.HashData(random, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0\u0001"))[..16];
        var nonce = HMACSHA256.HashData(random, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0\u0001"))[..12];

        var plain = new byte[record.Length - 16];
        using var cipher = new AesGcm(key, 16);
        cipher.Decrypt(nonce, record.AsSpan(0, plain.Length), record.AsSpan(plain.Length), plain);
        var end = Array.FindLastIndex(plain, value => value != 0);
        plain[end].ShouldBe((byte)2, "it is the last record");
        return plain[..end];
    }

    public void Dispose() => _keys.Dispose();
}
