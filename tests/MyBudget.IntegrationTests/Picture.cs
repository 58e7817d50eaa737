using System.Net.Http.Headers;

namespace MyBudget.IntegrationTests;

/// <summary>Files that begin as what they are.</summary>
internal static class Picture
{
    public const string MediaType = "image/jpeg";

    public static byte[] Jpeg(int size = 100, byte filled = 1) => Of([0xFF, 0xD8, 0xFF, 0xE0], size, filled);

    public static byte[] Png(int size = 100) => Of([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], size, 1);

    public static byte[] WebP(int size = 100) => Of([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8], size, 1);

    public static byte[] Pdf(int size = 100) => Of([.. "%PDF-1.7"u8], size, 1);

    public static HttpContent Content(byte[] bytes, string type = MediaType) =>
        new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    private static byte[] Of(byte[] start, int size, byte filled)
    {
        var bytes = new byte[size];
        Array.Fill(bytes, filled);
        start.CopyTo(bytes, 0);
        return bytes;
    }
}
