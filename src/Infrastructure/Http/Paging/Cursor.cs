using System.Buffers.Text;
using FluentValidation.Results;

namespace MyBudget.Infrastructure.Http.Paging;

/// <summary>
/// The place in a list after its last shown item: that item's sort keys. So entries that come or go meanwhile neither shift nor
/// repeat what follows. Opaque to clients.
/// </summary>
public sealed record Cursor(DateOnly Date, Guid Id)
{
    public string Encode() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{Id:N}"));

    /// <exception cref="ValidationException">The text is not a cursor of ours; answered as 400 naming <c>cursor</c>.</exception>
    public static Cursor? Decode(string? text)
    {
        if (text is null) return null;

        Span<byte> bytes = stackalloc byte[40];
        if (text.Length <= 60 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var count) && count == 40)
        {
            var plain = Encoding.ASCII.GetString(bytes);
            if (DateOnly.TryParseExact(plain[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && Guid.TryParseExact(plain[8..], "N", out var id))
            {
                return new Cursor(date, id);
            }
        }

        throw new ValidationException([new ValidationFailure("cursor", "This cursor did not come from the server.") { ErrorCode = "cursor" }]);
    }
}
