namespace MyBudget.BankFiles;

/// <summary>
/// Refuses by their first bytes the files that are no text. Archives are never opened: a small one can unpack to any size.
/// </summary>
internal static class FileSignature
{
    private const int TarMagicOffset = 257;

    public static void RejectForeign(ReadOnlySpan<byte> content)
    {
        if (IsCompressed(content))
        {
            throw new BankFileException(
                "compressed", "The file is compressed or a spreadsheet workbook. Unpack it, or export it in a format that can be imported.");
        }

        if (IsForeign(content) || HasManyControlBytes(content))
            throw new BankFileException("binary", "The file is not a text file.");
    }

    private static bool IsCompressed(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8) // zip, xlsx, ods
        || content.StartsWith("PK\u0005\u0006"u8)
        || content.StartsWith("PK\u0007\u0008"u8)
        || content.StartsWith<byte>([0x1F, 0x8B]) // gzip
        || content.StartsWith<byte>([0x1F, 0x9D]) // compress
        || content.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) // 7z
        || content.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) // xz
        || content.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) // zstd
        || content.StartsWith<byte>([0x04, 0x22, 0x4D, 0x18]) // lz4
        || content.StartsWith("Rar!\u001A\u0007"u8)
        || (content.StartsWith("BZh"u8) && content.Length > 10 && content[4..].StartsWith("1AY&SY"u8))
        || (content.Length > TarMagicOffset + 5 && content[TarMagicOffset..].StartsWith("ustar"u8));

    private static bool IsForeign(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8)
        || content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) // the old Office formats, xls among them
        || content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47])
        || content.StartsWith<byte>([0xFF, 0xD8, 0xFF])
        || content.StartsWith("GIF8"u8)
        || content.StartsWith("\u007FELF"u8)
        || content.StartsWith("SQLite format 3"u8);

    /// <summary>A stray NUL is cleaned away later; UTF-16 is full of them and is told apart first.</summary>
    private static bool HasManyControlBytes(ReadOnlySpan<byte> content)
    {
        if (UnicodeMarks.Detect(content) is not null) return false;
        const byte tab = 9, carriageReturn = 13, endOfFile = 26, firstPrintable = 32;
        var sample = content[..Math.Min(content.Length, 1 << 16)];
        var controls = 0;
        foreach (var b in sample)
        {
            if (b < firstPrintable && b is not (>= tab and <= carriageReturn) && b != endOfFile) controls++;
        }

        return controls > 8 && controls > sample.Length / 20;
    }
}
