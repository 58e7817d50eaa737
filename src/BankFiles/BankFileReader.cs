using System.Buffers;

namespace MyBudget.BankFiles;

/// <summary>Reads a bank's file, of a format told by its content, into one model.</summary>
internal static class BankFileReader
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\0\u001A"u8);

    /// <exception cref="BankFileException">The file as a whole cannot be read; nothing else is thrown for any content.</exception>
    public static BankFile Read(ReadOnlyMemory<byte> content, string? fileName, BankFileOptions options)
    {
        if (content.Span.IndexOfAnyExcept(Blanks) < 0 || UnicodeMarks.IsOnlyMark(content.Span))
            throw new BankFileException("empty", "The file is empty.");
        var head = FileHead.Of(content.Span);
        if (!head.IsWorkbook)
        {
            content = WithoutPadding(content);
            FileSignature.RejectForeign(content.Span);
        }

        ForeignFormat.Reject(head);
        var format = BankFileFormat.All.FirstOrDefault(format => format.Recognises(head))
            ?? (options.Csv is null ? throw Unknown(head, fileName) : BankFileFormat.All[^1]);
        return format.Read(content, options);
    }

    /// <summary>Some programs fill a file's last block with NULs.</summary>
    private static ReadOnlyMemory<byte> WithoutPadding(ReadOnlyMemory<byte> content)
    {
        const int padding = 4;
        var trimmed = content.TrimEnd((byte)0);
        return content.Length - trimmed.Length < padding || UnicodeMarks.Detect(trimmed.Span) is not (null or UTF8Encoding) ? content : trimmed;
    }

    private static BankFileException Unknown(FileHead head, string? fileName)
    {
        if (ForeignFormat.NameOfMarkup(head) is { } name) return ForeignFormat.Refusal("unknown-format", name);
        var extension = Path.GetExtension(fileName)?.ToLowerInvariant();
        var named = BankFileFormat.All.FirstOrDefault(format => format.Extensions.Contains(extension));
        return new BankFileException(
            "unknown-format",
            named is null
                ? $"The file is none of the formats that can be imported: {BankFileFormat.Names}."
                : $"The file is named like {named.Name.ToUpperInvariant()}, but its content is something else. "
                    + $"What is read: {BankFileFormat.Names}.",
            [.. BankFileFormat.All.Select(format => format.Name)]);
    }
}
