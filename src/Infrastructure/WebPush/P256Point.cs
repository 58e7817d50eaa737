namespace MyBudget.Infrastructure.WebPush;

/// <summary>Points of the P-256 curve as browsers write them: uncompressed (SEC 1, 2.3.3).</summary>
internal static class P256Point
{
    public const int Size = 65;

    private const int Coordinate = 32;
    private const byte Uncompressed = 4;

    public static byte[] Write(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    /// <summary>Null for anything that is not a point on the curve.</summary>
    public static ECParameters? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size || bytes[0] != Uncompressed) return null;

        var point = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = bytes.Slice(1, Coordinate).ToArray(), Y = bytes[(1 + Coordinate)..].ToArray() },
        };
        try
        {
            using var onCurve = ECDiffieHellman.Create(point);
            return point;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
