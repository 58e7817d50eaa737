namespace MyBudget.Features.Sync;

/// <summary>A merger of categories is nobody's edit: what named the one that is gone means the other.</summary>
internal static class MergedCategories
{
    private static readonly string[] Members = ["categoryId", "categoryIds", "into"];

    /// <summary>Puts what took over in the place of categories that were merged away.</summary>
    public static async Task FollowAsync(LedgerWrite write, params IReadOnlyList<JsonObject> documents)
    {
        var into = await FindAsync(write, documents.SelectMany(Named));
        if (into.Count == 0) return;
        foreach (var document in documents) Replace(document, into);
    }

    /// <summary>Whether somebody has merged the category into another one than is asked for.</summary>
    public static async Task<bool> IsElsewhereAsync(LedgerWrite write, AskedOperation asked) =>
        Ids(asked.Data["into"]) is [var wanted] && await FindAsync(write, [asked.EntityId]) is var into
        && into.ContainsKey(asked.EntityId) && Last(asked.EntityId, into) != wanted;

    private static async Task<IReadOnlyDictionary<Guid, Guid>> FindAsync(LedgerWrite write, IEnumerable<Guid> categories)
    {
        var into = new Dictionary<Guid, Guid>();
        for (Guid[] asked = [.. categories.Distinct()]; asked.Length > 0;)
        {
            var events = await write.Reading.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(asked)).ToListAsync(write.Cancellation);
            foreach (var e in events)
            {
                if (e.Data is CategoryMerged merged) into[e.StreamId] = merged.Into;
            }

            asked = [.. asked.Where(into.ContainsKey).Select(id => into[id]).Where(id => !into.ContainsKey(id)).Distinct()];
        }

        return into;
    }

    private static IEnumerable<Guid> Named(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members.Contains(member.Key) ? Ids(member.Value) : Named(member.Value)),
        JsonArray items => items.SelectMany(Named),
        _ => [],
    };

    private static IReadOnlyList<Guid> Ids(JsonNode? node) =>
        node is JsonArray items ? [.. items.SelectMany(Ids)] : node is JsonValue value && value.TryGetValue<Guid>(out var id) ? [id] : [];

    private static void Replace(JsonNode? node, IReadOnlyDictionary<Guid, Guid> into)
    {
        if (node is JsonArray items) foreach (var item in items) Replace(item, into);
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members.ToList())
        {
            if (!Members.Contains(name)) Replace(value, into);
            else if (value is JsonArray ids) members[name] = new JsonArray([.. ids.SelectMany(id => Ids(id)).Select(id => Last(id, into)).Distinct().Select(id => JsonValue.Create(id))]);
            else if (Ids(value).Select(id => (Guid?)id).SingleOrDefault() is { } one) members[name] = Last(one, into);
        }
    }

    private static Guid Last(Guid id, IReadOnlyDictionary<Guid, Guid> into)
    {
        while (into.TryGetValue(id, out var next)) id = next;
        return id;
    }
}
