namespace MyBudget.Features.Transactions;

/// <summary>What a receipt may be, and how such a file begins: it is shown to others as what its type says, so it has to be that.</summary>
internal static class ReceiptType
{
    public const string Jpeg = "image/jpeg", Png = "image/png", WebP = "image/webp", Pdf = "application/pdf";

    private const int RiffHeader = 8;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>The type as it is stored; null where it is none of a receipt's.</returns>
    public static string? Find(string? mediaType) =>
        new[] { Jpeg, Png, WebP, Pdf }.FirstOrDefault(known => known.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name with the ending of what it is, so that saving it makes nothing else of it.</summary>
    public static string Named(string? name, string type)
    {
        var endings = EndingsOf(type);
        var given = string.IsNullOrWhiteSpace(name) ? "receipt" : name.Trim();
        return endings.Any(ending => given.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? given : given + endings[0];
    }

    private static string[] EndingsOf(string type) => type switch
    {
        Jpeg => [".jpg", ".jpeg"],
        Png => [".png"],
        WebP => [".webp"],
        _ => [".pdf"],
    };

    public static bool Fits(string type, ReadOnlySpan<byte> content) => type switch
    {
        Jpeg => content.StartsWith(JpegStart),
        Png => content.StartsWith(PngStart),
        // The length of the file is between the two.
        WebP => content.StartsWith("RIFF"u8) && content.Length > RiffHeader && content[RiffHeader..].StartsWith("WEBP"u8),
        Pdf => content.StartsWith("%PDF-"u8),
        _ => false,
    };
}
