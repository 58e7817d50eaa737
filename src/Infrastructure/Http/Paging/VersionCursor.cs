using System.Buffers.Binary;
using System.Buffers.Text;
using FluentValidation.Results;

namespace MyBudget.Infrastructure.Http.Paging;

/// <summary>The place in a list of versions, newest first: the version shown last. Opaque to clients.</summary>
public static class VersionCursor
{
    public static string Encode(long version)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, version);
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="ValidationException">The text is not a cursor of ours; answered as 400 naming <c>cursor</c>.</exception>
    public static long? Decode(string? text)
    {
        if (text is null) return null;

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        if (text.Length == 11 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var count) && count == sizeof(long)
            && BinaryPrimitives.ReadInt64BigEndian(bytes) is > 0 and var version)
        {
            return version;
        }

        throw new ValidationException([new ValidationFailure("cursor", "This cursor did not come from the server.") { ErrorCode = "cursor" }]);
    }
}
