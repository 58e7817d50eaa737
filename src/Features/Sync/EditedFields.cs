namespace MyBudget.Features.Sync;

/// <summary>What clients may change of an entity, field by field, brought to a form in which equal values are equal JSON.</summary>
internal static class EditedFields
{
    public const string Closed = "closed", Tags = "tags";

    public static JsonObject Of(OperationEntity entity, object state, JsonSerializerOptions json)
    {
        var writable = entity.Writable(state);
        var document = JsonSerializer.SerializeToNode(writable, writable.GetType(), StoredJson.Options)!.AsObject();
        var names = json.GetTypeInfo(entity.Input).Properties.Select(property => property.Name).Append(Closed).ToHashSet(StringComparer.Ordinal);
        foreach (var other in document.Select(member => member.Key).Where(name => !names.Contains(name)).ToList()) document.Remove(other);
        return Plain(document);
    }

    /// <summary>The fields by their names; those that are one by the name of the first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(OperationEntity entity, params JsonObject[] documents)
    {
        var names = documents.SelectMany(document => document.Select(member => member.Key)).Distinct();
        return
        [
            entity.AsOne,
            .. names.Where(name => !entity.AsOne.Contains(name)).Select(name => new[] { name }),
        ];
    }

    /// <summary>The fields with an edit laid over them, a merge patch (RFC 7396).</summary>
    public static JsonObject With(JsonObject fields, JsonObject patch)
    {
        var edited = fields.DeepClone().AsObject();
        MergePatch.Merge(edited, patch);
        return Plain(edited);
    }

    public static bool AreEqual(JsonObject one, JsonObject other, IEnumerable<string> group) =>
        group.All(name => JsonNode.DeepEquals(one[name], other[name]));

    /// <summary>The names of what differs.</summary>
    public static IReadOnlyList<string> Changed(OperationEntity entity, JsonObject was, JsonObject now) =>
        [.. Groups(entity, was, now).Where(group => group.Count > 0 && !AreEqual(was, now, group)).Select(group => group[0])];

    /// <summary>Null, none and absent are the same, and an amount that follows from another says nothing of its own.</summary>
    public static JsonObject Plain(JsonObject document)
    {
        DropFollowing(document);
        foreach (var (name, value) in document.ToList())
        {
            if (value is JsonObject nested) Plain(nested);
            if (value is JsonArray items)
            {
                foreach (var item in items.OfType<JsonObject>()) Plain(item);
                if (name.EndsWith("Ids", StringComparison.Ordinal)) document[name] = Distinct(items);
            }

            if (value is null or JsonArray { Count: 0 }) document.Remove(name);
        }

        return document;
    }

    private static void DropFollowing(JsonObject holder)
    {
        if (holder["transfer"] is JsonObject transfer && Number(transfer["amount"]) is { } arrives && Number(holder["amount"]) == -arrives)
            transfer.Remove("amount");
    }

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static JsonArray Distinct(JsonArray items) =>
        [.. items.Select(item => item?.DeepClone()).DistinctBy(item => item?.ToJsonString(), StringComparer.Ordinal)];
}
