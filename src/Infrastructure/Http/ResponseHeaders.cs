namespace MyBudget.Infrastructure.Http;

/// <summary>Headers every answer carries: money is never cached by anybody in between, and nothing is sniffed or framed.</summary>
internal static class ResponseHeaders
{
    private static readonly string[] VaryBy = ["Authorization", "Accept-Language"];

    public static void UseResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            // What is the user's is on no disk but where their client puts it; an ETag is for clients that keep copies of their own.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            headers.Vary = Microsoft.Extensions.Primitives.StringValues.Concat(headers.Vary, VaryBy);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
