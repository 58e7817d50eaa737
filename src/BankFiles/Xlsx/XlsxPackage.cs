using System.Buffers;
using System.IO.Compression;

namespace MyBudget.BankFiles.Xlsx;

/// <summary>Refuses workbooks that unpack to more than a bank's statement can be, whatever sizes they announce.</summary>
internal static class XlsxPackage
{
    private const int MaxParts = 2_000;
    private const long MaxUnpacked = 100L << 20;
    private const long MaxPart = 64L << 20;

    /// <summary>Tables repeat themselves; what is made to unpack without end does so a thousand times.</summary>
    private const int MaxRatio = 200;

    private const long SmallEnough = 1 << 20;

    public static void EnsureModest(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (package.Entries.Count > MaxParts) throw TooLarge();
        var total = 0L;
        foreach (var part in package.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            var length = Unpacked(part);
            total += length;
            if (total > MaxUnpacked || (length > SmallEnough && length / MaxRatio > Math.Max(part.CompressedLength, 1))) throw TooLarge();
        }
    }

    private static long Unpacked(ZipArchiveEntry part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            using var stream = part.Open();
            var length = 0L;
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                length += read;
                if (length > MaxPart) throw TooLarge();
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BankFileException TooLarge() =>
        new("workbook-too-large",
            "The workbook unpacks to more than a statement can be. Save it as CSV, or split it and import the parts.");
}
