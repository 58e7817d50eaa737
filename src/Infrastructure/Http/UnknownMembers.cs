using System.Text.Json.Serialization.Metadata;

namespace MyBudget.Infrastructure.Http;

/// <summary>What a body has that its type does not: what is misspelt, and what only the server writes.</summary>
internal static class UnknownMembers
{
    private const int MostNamed = 100;

    /// <summary>Their paths, such as <c>version</c> or <c>splits[0].nmae</c>; an object without any has none.</summary>
    /// <exception cref="ArgumentException">A member is given twice.</exception>
    public static IReadOnlyList<string> Of(JsonNode? body, Type type, JsonSerializerOptions json) => [.. Of(body, type, json, "").Take(MostNamed)];

    private static IEnumerable<string> Of(JsonNode? node, Type type, JsonSerializerOptions json, string path)
    {
        var known = json.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (node, known.Kind) switch
        {
            (JsonObject members, JsonTypeInfoKind.Object) => members.SelectMany(member => OfMember(member.Key, member.Value, known, json, path)),
            (JsonArray items, JsonTypeInfoKind.Enumerable) when known.ElementType is { } element =>
                items.SelectMany((item, index) => Of(item, element, json, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))),
            _ => [],
        };
    }

    private static IEnumerable<string> OfMember(string name, JsonNode? value, JsonTypeInfo type, JsonSerializerOptions json, string path)
    {
        var comparison = json.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var full = path.Length == 0 ? name : $"{path}.{name}";
        return type.Properties.FirstOrDefault(property => string.Equals(property.Name, name, comparison)) is { } member
            ? Of(value, member.PropertyType, json, full)
            : [full];
    }
}
