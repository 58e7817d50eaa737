using System.Reflection;
using Microsoft.AspNetCore.Http.Json;

namespace MyBudget.Infrastructure.Http;

/// <summary>A JSON merge patch (RFC 7396): members that are present replace, null removes, nested objects merge, arrays are replaced.</summary>
public sealed class MergePatch(JsonObject document, JsonSerializerOptions json)
{
    public const string MediaType = "application/merge-patch+json";

    public JsonObject Document => document;

    public static async ValueTask<MergePatch?> BindAsync(HttpContext context, ParameterInfo _)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Expected a JSON merge patch.", StatusCodes.Status415UnsupportedMediaType);

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonObject>(request.Body, json, context.RequestAborted) is { } patch
                ? new MergePatch(patch, json)
                : throw new JsonException("A merge patch is a JSON object.", "$", null, null);
        }
        catch (JsonException broken)
        {
            throw new BadHttpRequestException("The body is not valid JSON.", broken);
        }
    }

    /// <summary>
    /// What the patch makes of the current representation, as far as clients may write it: members that <typeparamref name="T"/> does not
    /// have are left out. A patch with an unknown member or a wrong type is a bad request.
    /// </summary>
    /// <exception cref="BadHttpRequestException">With the path of the member at fault.</exception>
    public T ApplyTo<T>(object current) where T : class
    {
        var written = json.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var target = JsonSerializer.SerializeToNode(current, current.GetType(), json)!.AsObject();
        foreach (var other in target.Select(member => member.Key).Where(name => !written.Contains(name)).ToList()) target.Remove(other);
        try
        {
            // A null leaves nothing behind for the deserializer to stumble over, so a misspelt name is looked for beforehand.
            if (UnknownMembers.Of(document, typeof(T), json) is { Count: > 0 } unknown)
                throw new UnknownMembersException(unknown);
            Merge(target, document);
            return target.Deserialize<T>(json)!;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The patch does not fit.", broken as JsonException ?? new JsonException(broken.Message, "$", null, null));
        }
    }

    /// <summary>Lays a patch over a document.</summary>
    internal static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            switch (value)
            {
                case null:
                    target.Remove(name);
                    break;
                case JsonObject nested:
                    if (target[name] is not JsonObject inner) target[name] = inner = [];
                    Merge(inner, nested);
                    break;
                default:
                    target[name] = value.DeepClone();
                    break;
            }
        }
    }
}
