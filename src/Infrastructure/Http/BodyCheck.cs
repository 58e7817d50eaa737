using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// Names every member of a JSON body that nobody can write, not the first alone: a client that sends back what it read learns of all at
/// once. The framework has read the body by then, so it is kept, and looked at again only when it was refused.
/// </summary>
internal static class BodyCheck
{
    public static WebApplication UseBodyCheck(this WebApplication app)
    {
        var json = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        app.Use((context, next) => BodyType(context) is { } type ? ReadAsync(context, next, type, json) : next(context));
        return app;
    }

    /// <summary>A merge patch looks by itself.</summary>
    private static Type? BodyType(HttpContext context) => !HttpMethods.IsPatch(context.Request.Method) && context.Request.HasJsonContentType()
        ? context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType
        : null;

    private static async Task ReadAsync(HttpContext context, RequestDelegate next, Type type, JsonSerializerOptions json)
    {
        // Never on a disk: how large a body may be is limited where it comes from.
        context.Request.EnableBuffering(bufferThreshold: int.MaxValue);
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (refused.InnerException is JsonException fault && BadRequests.IsUnknownMember(fault))
        {
            if (await UnknownAsync(context.Request.Body, type, json, context.RequestAborted) is not { Count: > 0 } unknown) throw;
            throw new BadHttpRequestException(refused.Message, refused.StatusCode, new UnknownMembersException(unknown));
        }
    }

    private static async Task<IReadOnlyList<string>?> UnknownAsync(
        Stream body, Type type, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        body.Position = 0;
        try
        {
            var documents = new JsonDocumentOptions { MaxDepth = json.MaxDepth, AllowDuplicateProperties = false };
            return UnknownMembers.Of(await JsonNode.ParseAsync(body, documentOptions: documents, cancellationToken: cancellationToken), type, json);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            // Further on it is no JSON: then what was found first has to do.
            return null;
        }
    }
}
