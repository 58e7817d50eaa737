using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using MyBudget.Domain;
using MyBudget.IntegrationTests.Features.Notifications;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace MyBudget.IntegrationTests.Features.Ledgers;

/// <summary>A join link as a picture that a phone reads from another's screen.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class JoinLinkQrTests(NotificationsApp app)
{
    [Fact]
    public async Task says_the_link()
    {
        var (ledger, link) = await NewLinkAsync();
        var png = (await ledger.GetAsync($"join-links/{link.Id}/qr", ("Accept", "image/png"))).ShouldBe(HttpStatusCode.OK);
        png.ContentHeaders.ContentType?.MediaType.ShouldBe("image/png");
        png.Headers.CacheControl?.NoStore.ShouldBeTrue();
        png.Headers.Vary.ShouldContain("Accept");
        TextIn(png.Bytes).ShouldBe(link.Body.GetProperty("link").GetString());
    }

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("*/*")]
    [InlineData("image/png;q=0.5, image/svg+xml")]
    [InlineData("text/html")]
    public async Task is_svg_unless_png_is_wanted(string accept)
    {
        var (ledger, link) = await NewLinkAsync();
        var svg = (await ledger.GetAsync($"join-links/{link.Id}/qr", ("Accept", accept))).ShouldBe(HttpStatusCode.OK);
        svg.ContentHeaders.ContentType?.MediaType.ShouldBe("image/svg+xml");
        svg.Headers.CacheControl?.NoStore.ShouldBeTrue();
        XDocument.Parse(svg.Text).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public async Task is_for_owners()
    {
        var (ledger, link) = await NewLinkAsync();
        var editor = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), LedgerRole.Editor);
        (await editor.GetAsync($"join-links/{link.Id}/qr")).ShouldBe(HttpStatusCode.Forbidden);
        (await ledger.GetAsync($"join-links/{Guid.CreateVersion7()}/qr")).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    private async Task<(LedgerClient, ApiResponse)> NewLinkAsync()
    {
        var ledger = await (await app.SignInAsync()).CreateLedgerAsync();
        return (ledger, (await ledger.PostAsync("join-links")).ShouldBe(HttpStatusCode.Created));
    }

    private static string? TextIn(byte[] png)
    {
        var (width, height, luminance) = PixelsOf(png);
        var source = new RGBLuminanceSource(luminance, width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)))?.Text;
    }

    /// <summary>Of a picture of one bit a pixel whose lines are not filtered, as the picture of a code is.</summary>
    private static (int Width, int Height, byte[] Luminance) PixelsOf(byte[] png)
    {
        var (width, height, packed) = (0, 0, new MemoryStream());
        for (var at = 8; at < png.Length;)
        {
            var (length, type) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)), Encoding.ASCII.GetString(png, at + 4, 4));
            if (type == "IHDR") (width, height) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 8)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at + 12)));
            if (type == "IDAT") packed.Write(png, at + 8, length);
            at += length + 12;
        }

        packed.Position = 0;
        using var lines = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress)) zlib.CopyTo(lines);
        var (bytes, stride) = (lines.ToArray(), 1 + ((width + 7) / 8));
        var luminance = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            bytes[y * stride].ShouldBe((byte)0);
            for (var x = 0; x < width; x++) luminance[(y * width) + x] = (bytes[(y * stride) + 1 + (x / 8)] >> (7 - (x % 8)) & 1) == 1 ? (byte)255 : (byte)0;
        }

        return (width, height, luminance);
    }
}
