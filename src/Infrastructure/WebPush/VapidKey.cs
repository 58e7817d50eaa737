using System.Buffers.Text;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>A key pair by which push services know this server, and whose pushes they let pass to a subscription (RFC 8292).</summary>
internal sealed class VapidKey
{
    /// <summary>Push services take tokens that live for up to a day; half of it leaves room for clocks that differ.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);

    private readonly ECParameters _key;

    private VapidKey(ECDsa key)
    {
        _key = key.ExportParameters(includePrivateParameters: true);
        PublicKey = Base64Url.EncodeToString(P256Point.Write(_key.Q));
    }

    /// <summary>As browsers take it for <c>applicationServerKey</c>: base64url of the uncompressed point.</summary>
    public string PublicKey { get; }

    public static VapidKey Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new VapidKey(key);
    }

    public static VapidKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new VapidKey(key);
    }

    /// <param name="stored">PKCS#8.</param>
    public static VapidKey FromStored(byte[] stored)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(stored, out _);
        return new VapidKey(key);
    }

    /// <summary>PKCS#8.</summary>
    public byte[] ToStored()
    {
        using var key = ECDsa.Create(_key);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The parameters of the <c>vapid</c> scheme for one push service.</summary>
    /// <param name="origin">The push service.</param>
    /// <param name="subject">Whom it may turn to.</param>
    public string Authorize(string origin, string subject, DateTimeOffset now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { aud = origin, exp = (now + Lifetime).ToUnixTimeSeconds(), sub = subject });
        var signed = $"{Header}.{Base64Url.EncodeToString(claims)}";
        using var key = ECDsa.Create(_key);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"t={signed}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }
}
