using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MyBudget.Infrastructure.WebApp;

/// <summary>Serves the built app to browsers (docs/adr/0047).</summary>
internal static partial class AppServing
{
    /// <summary>Everything comes from this server, no script and no style stands in a page, and nobody frames it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Ends here what is the app's. It comes before all that is about the API, such as headers, languages, limits and sign-ins.</summary>
    public static WebApplication UseApp(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<AppSettings>>().Value.Root is not { Length: > 0 } root) return app;
        root = Path.GetFullPath(root);
        if (!File.Exists(Path.Combine(root, "index.html")))
        {
            LogNoApp(app.Logger);
            return app;
        }

        var (files, types) = (new AppFolder(new PhysicalFileProvider(root)), new AppContentTypes());
        var requests = new AppRequests(files, types);
        var serve = ((IApplicationBuilder)app).New()
            .UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = types, OnPrepareResponse = Prepare })
            .Build();
        app.Use((context, next) =>
        {
            if (requests.Find(context.Request) is not { } file) return next(context);

            context.Request.Path = file.IsPacked ? file.Path + AppContentTypes.Packed : file.Path;
            // What serves files takes any unit for bytes.
            if (context.Request.GetTypedHeaders().Range is { } range && range.Unit != "bytes") context.Request.Headers.Remove(HeaderNames.Range);
            Guard(context.Response.Headers);
            if (file.IsCompressible) context.Response.Headers.Vary = "Accept-Encoding";
            return serve(context);
        });
        return app;
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static void Prepare(StaticFileResponseContext answer)
    {
        var (request, response) = (answer.Context.Request, answer.Context.Response);
        response.Headers.CacheControl =
            response.StatusCode >= StatusCodes.Status400BadRequest ? "no-store"
            : request.Path.StartsWithSegments(AppRequests.Assets) ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent
            && request.Path.Value!.EndsWith(AppContentTypes.Packed, StringComparison.Ordinal))
            response.Headers.ContentEncoding = "br";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "App:Root has no index.html: the app is not served, the API is")]
    private static partial void LogNoApp(ILogger logger);
}
