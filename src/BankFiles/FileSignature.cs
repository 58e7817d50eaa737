namespace MyBudget.BankFiles;

/// <summary>
/// Refuses by their first bytes the files that are no text, and says what they are. Archives are never opened: a small one can unpack to
/// any size.
/// </summary>
internal static class FileSignature
{
    private const int TarMagicOffset = 257;

    private const string Unpack = "Unpack it. ";
    private const string Download = "Download the statement from the bank in another format. ";

    public static void RejectForeign(ReadOnlySpan<byte> content)
    {
        if (Archive(content) is { } archive) throw ForeignFormat.Refusal("compressed", archive, Unpack);
        if (Spreadsheet(content) is { } spreadsheet) throw ForeignFormat.Refusal("compressed", spreadsheet, "Save it as XLSX or CSV. ");
        if (content.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw ForeignFormat.Refusal("binary", "a workbook of the old Excel format (XLS)", "Save it as XLSX or CSV. ");
        if (Binary(content) is { } binary) throw ForeignFormat.Refusal("binary", binary, Download);
        if (HasManyControlBytes(content)) throw ForeignFormat.Refusal("binary", "not a text file");
    }

    private static string? Spreadsheet(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith("PK"u8)) return null;
        var head = content[..Math.Min(content.Length, 1024)];
        if (head.IndexOf("application/vnd.oasis.opendocument"u8) >= 0) return "a document of OpenOffice or LibreOffice (ODS)";
        return content.IndexOf("xl/workbook.bin"u8) >= 0 ? "a binary Excel workbook (XLSB)" : null;
    }

    private static string? Archive(ReadOnlySpan<byte> content)
    {
        if (Spreadsheet(content) is not null) return null;
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8) || content.StartsWith("PK\u0007\u0008"u8))
            return "an archive (ZIP)";
        if (content.StartsWith<byte>([0x1F, 0x8B]) || content.StartsWith<byte>([0x1F, 0x9D])) return "compressed (gzip)";
        if (content.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return "an archive (7z)";
        if (content.StartsWith("Rar!\u001A\u0007"u8)) return "an archive (RAR)";
        var isOther = content.StartsWith<byte>([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) // xz
            || content.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD]) // zstd
            || content.StartsWith<byte>([0x04, 0x22, 0x4D, 0x18]) // lz4
            || (content.StartsWith("BZh"u8) && content.Length > 10 && content[4..].StartsWith("1AY&SY"u8))
            || (content.Length > TarMagicOffset + 5 && content[TarMagicOffset..].StartsWith("ustar"u8));
        return isOther ? "compressed" : null;
    }

    private static string? Binary(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8)) return "a PDF document";
        if (content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) || content.StartsWith<byte>([0xFF, 0xD8, 0xFF])
            || content.StartsWith("GIF8"u8))
            return "a picture";
        if (content.StartsWith("\u007FELF"u8) || content.StartsWith("MZ\u0090"u8)) return "a program";
        return content.StartsWith("SQLite format 3"u8) ? "a database of another program (SQLite)" : null;
    }

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
