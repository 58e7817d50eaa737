using System.Text.Json.Serialization;

namespace MyBudget.Infrastructure.Http;

/// <summary>
/// A JSON object that is taken as it is. Its members are read at once, which brings out what is given twice and broken strings: otherwise they
/// are found late, and not as a fault of the body.
/// </summary>
internal sealed class JsonObjectConverter : JsonConverter<JsonObject>
{
    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var names = new JsonNodeOptions { PropertyNameCaseInsensitive = options.PropertyNameCaseInsensitive };
        try
        {
            if (JsonNode.Parse(ref reader, names) is not JsonObject read) throw new JsonException("This is no JSON object.");
            ReadAll(read);
            return read;
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            throw new JsonException(broken.Message, broken);
        }
    }

    private static void ReadAll(JsonNode? node)
    {
        if (node is JsonObject members) foreach (var (_, value) in members) ReadAll(value);
        else if (node is JsonArray items) foreach (var item in items) ReadAll(item);
        else if (node?.GetValueKind() is JsonValueKind.String) node.GetValue<string>();
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
