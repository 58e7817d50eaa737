using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace MyBudget.Features.Transactions.AttachReceipt;

/// <summary>The body of a request, read into memory as far as it is allowed to be large.</summary>
/// <param name="Type">One of a receipt's.</param>
/// <param name="Content">All of it.</param>
internal sealed record UploadedReceipt(string Type, byte[] Content)
{
    private const int FirstRoom = 64 * 1024;

    /// <summary>The server counts what a body in chunks has around them, too.</summary>
    private const int Around = 64 * 1024;

    /// <summary>Where the server cuts off whatever is read.</summary>
    public static long MaxBytes(Limits limits) => limits.ReceiptBytes + Around;

    public static async ValueTask<UploadedReceipt> BindAsync(HttpContext context, ParameterInfo _)
    {
        var most = context.RequestServices.GetRequiredService<IOptions<Limits>>().Value.ReceiptBytes;
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var given) ? ReceiptType.Find(given.MediaType.Value) : null;
        if (type is null) throw new BadHttpRequestException("A receipt is a picture or a PDF.", StatusCodes.Status415UnsupportedMediaType);

        if (context.Request.ContentLength > most) throw TooLarge();
        try
        {
            return new UploadedReceipt(type, await ReadAsync(context.Request.Body, context.Request.ContentLength, most, context.RequestAborted));
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body is cut off.", broken);
        }
    }

    /// <param name="announced">Room for all of it at once is less than what growing takes.</param>
    private static async Task<byte[]> ReadAsync(Stream body, long? announced, long most, CancellationToken cancellationToken)
    {
        var content = new byte[Math.Min(announced ?? FirstRoom, most)];
        var length = 0;
        while (true)
        {
            length += await body.ReadAtLeastAsync(content.AsMemory(length), content.Length - length, throwOnEndOfStream: false, cancellationToken);
            if (length < content.Length) break;
            var next = new byte[1];
            if (await body.ReadAsync(next, cancellationToken) == 0) break;
            if (length >= most) throw TooLarge();
            Array.Resize(ref content, (int)Math.Min(Math.Max(2L * length, FirstRoom), most));
            content[length++] = next[0];
        }

        Array.Resize(ref content, length);
        return content;
    }

    private static BadHttpRequestException TooLarge() => new("The request is too large.", StatusCodes.Status413PayloadTooLarge);
}
