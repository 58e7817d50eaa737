using System.Buffers;

namespace MyBudget.BankFiles;

/// <summary>
/// Whether bytes are UTF-8. A single broken letter, or a file cut in the middle of one, does not make them anything else.
/// </summary>
internal static class Utf8Evidence
{
    private const int BytesOfOneLetter = 8;

    public static bool IsNearly(ReadOnlySpan<byte> content)
    {
        int letters = 0, broken = 0;
        while (!content.IsEmpty)
        {
            var ascii = content.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            content = content[ascii..];
            var status = Rune.DecodeFromUtf8(content, out _, out var length);
            if (status == OperationStatus.Done) letters++;
            else broken++;
            content = content[length..];
        }

        return broken == 0 || letters > broken * BytesOfOneLetter + 1;
    }
}
