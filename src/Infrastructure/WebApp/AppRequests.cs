using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MyBudget.Infrastructure.WebApp;

/// <summary>Which requests are the app's, and the file that answers each.</summary>
internal sealed class AppRequests(IFileProvider files, IContentTypeProvider types)
{
    /// <summary>Below it a file's name changes with its content.</summary>
    public const string Assets = "/assets";

    private const string Page = "/index.html";

    private static readonly MediaTypeHeaderValue Html = new("text/html");

    /// <summary>Where the server answers itself: no file takes the place of that, and what is not there is not a page of the app.</summary>
    internal static readonly IReadOnlyList<string> OfTheServer = ["/api", "/docs", "/health", "/metrics", "/openapi", "/version", "/.well-known"];

    /// <summary>Null where the app has nothing to say.</summary>
    public AppFile? Find(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        if (OfTheServer.Any(path => request.Path.StartsWithSegments(path))) return null;

        var asked = request.Path.Value ?? string.Empty;
        var path = IsThere(asked) ? asked : IsNavigation(request, asked) && IsThere(Page) ? Page : null;
        if (path is null) return null;

        var isCompressible = files.GetFileInfo(path + AppContentTypes.Packed).Exists;
        return new AppFile(path, isCompressible, IsPacked: isCompressible && TakesBrotli(request));
    }

    private bool IsThere(string path) => !path.EndsWith(AppContentTypes.Packed, StringComparison.Ordinal)
                                         && types.TryGetContentType(path, out _) && files.GetFileInfo(path).Exists;

    /// <summary>An address of the app, which its page reads: it names no file, and whoever asks takes a page.</summary>
    private static bool IsNavigation(HttpRequest request, string path)
    {
        var segments = path.Split('/');
        return !request.Path.StartsWithSegments(Assets)
               && !segments[^1].Contains('.', StringComparison.Ordinal) && !segments.Any(segment => segment.StartsWith('.'))
               && TakesHtml(request);
    }

    private static bool TakesHtml(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.GetTypedHeaders().Accept.Any(range => range.Quality is not 0 && Html.IsSubsetOf(range));

    private static bool TakesBrotli(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding
        .Any(coding => coding.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
}

/// <param name="Path">Below the folder.</param>
/// <param name="IsCompressible">There is a packed one beside it.</param>
/// <param name="IsPacked">The packed one is sent.</param>
internal sealed record AppFile(string Path, bool IsCompressible, bool IsPacked);
