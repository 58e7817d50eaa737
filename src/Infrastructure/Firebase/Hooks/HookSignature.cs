namespace MyBudget.Infrastructure.Firebase.Hooks;

/// <summary>
/// Who sends a hook shows it by two headers: the time of sending in Unix seconds, and <c>v1=</c> with the hexadecimal HMAC-SHA256
/// (RFC 2104) of <c>&lt;time&gt;.&lt;body&gt;</c> under the shared secret, over the bytes as they were sent.
/// </summary>
internal static class HookSignature
{
    public const string TimestampHeader = "X-MyBudget-Timestamp";
    public const string SignatureHeader = "X-MyBudget-Signature";

    private const string Version = "v1=";

    /// <summary>How far the two clocks may be apart; a copy of a request is worth nothing after that.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsGood(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt)) return false;
        if (signature?.StartsWith(Version, StringComparison.Ordinal) is not true) return false;
        if (sentAt < (now - Tolerance).ToUnixTimeSeconds() || sentAt > (now + Tolerance).ToUnixTimeSeconds()) return false;

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hash.AppendData(body);
        var expected = Convert.ToHexStringLower(hash.GetHashAndReset());
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature[Version.Length..]));
    }
}
