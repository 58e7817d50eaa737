using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;

namespace MyBudget.IntegrationTests;

/// <summary>Bodies that fit the served contract, so that a new route is tested without anybody thinking of it.</summary>
internal sealed class RequestBodies(JsonObject document)
{
    private const int Deepest = 6;

    public static async Task<RequestBodies> ReadAsync(AppFixture app)
    {
        var answer = await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync("/openapi/v1.json");
        return new RequestBodies(JsonNode.Parse(answer.Bytes)!.AsObject());
    }

    /// <summary>Every member filled in; null where the route takes no JSON.</summary>
    public JsonNode? For(Route route)
    {
        var name = route.Metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
        var operation = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(pair => pair.Value as JsonObject)
            .FirstOrDefault(candidate => candidate?["operationId"]?.GetValue<string>() == name);
        return operation?["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Sample(schema, string.Empty, 0) : null;
    }

    private JsonNode Find(string reference) =>
        reference[2..].Split('/').Aggregate<string, JsonNode>(document, (node, part) => node is JsonArray items ? items[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);

    private JsonNode? Sample(JsonNode schema, string name, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Sample(Find(reference), name, depth);
        if (schema["oneOf"] is JsonArray alternatives)
            return Sample(alternatives.First(alternative => alternative!["type"]?.ToJsonString() != "\"null\"")!, name, depth);
        if (schema["enum"] is JsonArray values) return values.First(value => value is not null)!.DeepClone();
        if (depth > Deepest) return null;

        var type = schema["type"] switch
        {
            JsonArray several => several.Select(each => each!.GetValue<string>()).First(each => each != "null"),
            JsonValue one => one.GetValue<string>(),
            _ => "string",
        };
        return type switch
        {
            "object" => new JsonObject((schema["properties"] as JsonObject ?? []).Select(member => KeyValuePair.Create(member.Key, Sample(member.Value!, member.Key, depth + 1)))),
            "array" => new JsonArray(Sample(schema["items"] ?? new JsonObject(), name, depth + 1)),
            "integer" or "number" => 1,
            "boolean" => true,
            _ => Text(schema, name),
        };
    }

    private static JsonNode Text(JsonNode schema, string name) => (schema["format"]?.GetValue<string>(), name) switch
    {
        ("uuid", _) => Guid.CreateVersion7().ToString(),
        ("date", _) => "2026-03-14",
        ("date-time", _) => "2026-03-14T15:09:26Z",
        (_, "currency") => "EUR",
        (_, "color") => "#00ff00",
        (_, "email") => "somebody@example.org",
        _ => schema["examples"]?[0]?.DeepClone() ?? "Something",
    };
}
