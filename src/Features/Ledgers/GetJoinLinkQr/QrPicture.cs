using QRCoder;

namespace MyBudget.Features.Ledgers.GetJoinLinkQr;

/// <summary>A text as a QR code (ISO/IEC 18004), black on white with the quiet zone around it that readers need. A seventh of it may be soiled.</summary>
internal static class QrPicture
{
    public const string SvgType = "image/svg+xml", PngType = "image/png";

    private const int PixelsPerModule = 8;

    public static byte[] Png(string text)
    {
        using var data = Encode(text);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }

    public static byte[] Svg(string text)
    {
        using var data = Encode(text);
        using var picture = new SvgQRCode(data);
        return Encoding.UTF8.GetBytes(picture.GetGraphic(PixelsPerModule, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    private static QRCodeData Encode(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
}
