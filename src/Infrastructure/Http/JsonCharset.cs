using Microsoft.Net.Http.Headers;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// JSON is UTF-8 (RFC 8259, 8.1): a body that says it is anything else is refused. The framework takes a quoted name, which is the
/// same as a plain one (RFC 9110, 8.3.1), for an unknown one, so the name is dropped before it looks.
/// </summary>
internal static class JsonCharset
{
    public static void UseJsonCharset(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!request.HasJsonContentType() || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Parameters.Any(NamesCharset))
            return next(context);

        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        request.ContentType = type.MediaType.ToString();
        return next(context);
    });

    private static bool NamesCharset(NameValueHeaderValue parameter) => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase);
}
