using System.Buffers.Binary;
using System.Buffers.Text;
using FluentValidation.Results;

namespace MyBudget.Features.Ledgers;

/// <summary>The place in a ledger's activity after what was shown last. Opaque to clients.</summary>
/// <param name="Revision">The commit that goes on, or with which it begins.</param>
/// <param name="Shown">How many items of it were shown.</param>
internal sealed record ActivityCursor(long Revision, int Shown)
{
    private const int Length = sizeof(long) + sizeof(int);

    public static readonly ActivityCursor Start = new(long.MaxValue, 0);

    public string Encode()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Revision);
        BinaryPrimitives.WriteInt32BigEndian(bytes[sizeof(long)..], Shown);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="ValidationException">The text is not a cursor of ours; answered as 400 naming <c>cursor</c>.</exception>
    public static ActivityCursor Decode(string? text)
    {
        if (text is null) return Start;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length == 16 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var count) && count == Length
            && BinaryPrimitives.ReadInt64BigEndian(bytes) is > 0 and var revision
            && BinaryPrimitives.ReadInt32BigEndian(bytes[sizeof(long)..]) is >= 0 and var shown)
        {
            return new ActivityCursor(revision, shown);
        }

        throw new ValidationException([new ValidationFailure("cursor", "This cursor did not come from the server.") { ErrorCode = "cursor" }]);
    }
}
