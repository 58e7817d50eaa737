using Microsoft.Net.Http.Headers;

namespace MyBudget.Features.Transactions.GetReceipt;

/// <summary>A receipt on its way to a client, part by part.</summary>
/// <param name="Next">What comes from a place on; null where it was erased meanwhile.</param>
internal sealed record ReceiptContent(
    string Name, string Type, int Size, byte[] Sha256, byte[] First, Func<int, CancellationToken, Task<byte[]?>> Next) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        if (EntityTag.IsCurrent(httpContext, $"\"{Convert.ToHexStringLower(Sha256)}\""))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // Whatever it is, nothing in it runs, and nothing is asked of anybody else.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = Type;
        response.ContentLength = Size;
        var part = First;
        for (var sent = 0; sent < Size;)
        {
            // The length was said: to end early is all that is left, and the client sees that by it.
            if (part is not { Length: > 0 }) throw new InvalidOperationException("The receipt was erased while it was sent.");
            await response.Body.WriteAsync(part, aborted);
            sent += part.Length;
            if (sent < Size) part = await Next(sent, aborted);
        }
    }
}
