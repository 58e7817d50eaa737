namespace MyBudget.Infrastructure.Firebase.RemoteConfig;

/// <summary>
/// Reads a template of Remote Config (https://firebase.google.com/docs/reference/remote-config/rest/v1/RemoteConfig): default values
/// only, since conditions tell apps apart, not servers.
/// </summary>
internal static class RemoteTemplate
{
    /// <summary>The texts by parameter, also of those in groups; null for a value that is none. What is left to the server is missing.</summary>
    /// <exception cref="JsonException">It is no template.</exception>
    public static IReadOnlyDictionary<string, string?> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        ReadParameters(document.RootElement, texts);
        foreach (var group in Members(document.RootElement, "parameterGroups")) ReadParameters(group.Value, texts);
        return texts;
    }

    private static void ReadParameters(JsonElement holder, Dictionary<string, string?> texts)
    {
        foreach (var parameter in Members(holder, "parameters"))
        {
            if (!TryGet(parameter.Value, "defaultValue", out var value))
            {
                if (parameter.Value.ValueKind != JsonValueKind.Object) texts[parameter.Name] = null;
            }
            else if (!TryGet(value, "useInAppDefault", out var inApp) || inApp.ValueKind != JsonValueKind.True)
            {
                texts[parameter.Name] = TryGet(value, "value", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
            }
        }
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement holder, string name)
    {
        if (holder.ValueKind != JsonValueKind.Object) throw new JsonException("A template and its groups are objects.");
        if (!holder.TryGetProperty(name, out var members)) return default;
        return members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : throw new JsonException($"{name} is no object.");
    }

    private static bool TryGet(JsonElement holder, string name, out JsonElement member)
    {
        member = default;
        return holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out member);
    }
}
