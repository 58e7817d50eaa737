using System.Buffers;
using Microsoft.Net.Http.Headers;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// A body that PostgreSQL already holds as JSON in the shape of the contract: it goes out as it is, without being read into
/// objects and written again.
/// </summary>
/// <param name="Utf8">Complete JSON.</param>
/// <param name="Tag">The <c>ETag</c>, for single resources.</param>
public sealed record JsonText(ReadOnlyMemory<byte> Utf8, string? Tag = null) : IResult
{
    /// <summary>Where the resource was created; makes the answer a 201.</summary>
    public string? Location { get; init; }

    /// <summary>Where the JSON lies, if that goes back to the pool once it is sent.</summary>
    internal byte[]? Rented { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (Tag is not null && EntityTag.IsCurrent(httpContext, Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (Location is not null)
        {
            response.StatusCode = StatusCodes.Status201Created;
            response.Headers[HeaderNames.Location] = Location;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Utf8.Length;
        await WriteToAsync(response.Body, httpContext.RequestAborted);
    }

    /// <summary>As a part of another answer.</summary>
    public async Task WriteToAsync(Stream body, CancellationToken cancellationToken)
    {
        await body.WriteAsync(Utf8, cancellationToken);
        if (Rented is not null) ArrayPool<byte>.Shared.Return(Rented);
    }
}
