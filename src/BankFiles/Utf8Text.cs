using System.Buffers;
using System.Text.Unicode;

namespace MyBudget.BankFiles;

/// <summary>
/// Text as UTF-8, free of control characters and of halves of surrogate pairs. Nearly every file is that already: then it is the file itself,
/// where text of two bytes a letter would take twice as much beside it.
/// </summary>
internal static class Utf8Text
{
    private const int Chunk = 1 << 15;

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Where(code => char.IsControl((char)code) && code is not ('\t' or '\n' or '\r')).Select(code => (byte)code)]);

    /// <exception cref="DecoderFallbackException">The encoding is strict, and the content not valid in it.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> content, Encoding encoding)
    {
        if (encoding is not UTF8Encoding) return Transcoded(content.Span, encoding);
        if (content.Span.StartsWith(Encoding.UTF8.Preamble)) content = content[Encoding.UTF8.Preamble.Length..];
        return Utf8.IsValid(content.Span) && IsClean(content.Span) ? content : Transcoded(content.Span, encoding);
    }

    private static bool IsClean(ReadOnlySpan<byte> valid)
    {
        if (valid.ContainsAny(Controls)) return false;
        for (int at; (at = valid.IndexOfAny((byte)0xC2, (byte)0xEF)) >= 0; valid = valid[(at + 1)..])
        {
            // U+0080 to U+009F, the byte order mark, and what is no character.
            var isSuspect = (valid[at], valid[at + 1]) switch
            {
                (0xC2, < 0xA0) => true,
                (0xEF, 0xBB) => valid[at + 2] == 0xBF,
                (0xEF, 0xBF) => valid[at + 2] >= 0xBE,
                _ => false,
            };
            if (isSuspect) return false;
        }

        return true;
    }

    private static ReadOnlyMemory<byte> Transcoded(ReadOnlySpan<byte> content, Encoding encoding)
    {
        // A letter beyond ASCII mostly takes a byte more.
        var text = new ArrayBufferWriter<byte>(Math.Max(content.Length + BeyondAscii(content), 1));
        var decoder = encoding.GetDecoder();
        var chars = new char[Chunk];
        for (var isDone = false; !isDone;)
        {
            decoder.Convert(content, chars, flush: true, out var used, out var made, out isDone);
            content = content[used..];
            Encoding.UTF8.GetBytes(BankText.StripControls(new string(chars, 0, made)), text);
        }

        return text.WrittenMemory;
    }

    private static int BeyondAscii(ReadOnlySpan<byte> content)
    {
        var count = 0;
        foreach (var b in content) count += b >> 7;
        return count;
    }
}
