using Microsoft.AspNetCore.Http.Features;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Answers HEAD on every route of GET, as GET would and without its body (RFC 9110, 9.3.2). Streams of events are not for HEAD: they would
/// not end.
/// </summary>
internal static class HeadAsGet
{
    public static void UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsHead(request.Method) || request.Path.Value!.TrimEnd('/').EndsWith("/events", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null, body));
        request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            request.Method = HttpMethods.Head;
            context.Features.Set(body);
        }
    });
}
