namespace MyBudget.Features.Sync;

/// <summary>What of an edit can be laid over what others did meanwhile.</summary>
/// <param name="Conflicts">What both changed, to different values.</param>
/// <param name="Theirs">What the others changed.</param>
/// <param name="Patch">What is left to do.</param>
internal sealed record Merging(IReadOnlyList<string> Conflicts, IReadOnlyList<string> Theirs, JsonObject Patch)
{
    private const int MostTags = 20;

    /// <param name="entity">The kind of entity.</param>
    /// <param name="seen">The fields that the client had before its eyes.</param>
    /// <param name="now">The fields as they are.</param>
    /// <param name="patch">The edit, a merge patch (RFC 7396).</param>
    public static Merging Of(OperationEntity entity, JsonObject seen, JsonObject now, JsonObject patch)
    {
        var mine = EditedFields.With(seen, patch);
        var theirs = EditedFields.Changed(entity, seen, now);
        var (conflicts, left) = (new List<string>(), new JsonObject());
        foreach (var group in EditedFields.Groups(entity, patch, seen, now))
        {
            List<string> said = [.. group.Where(patch.ContainsKey)];
            if (said.Count == 0) continue;
            if (group[0] == EditedFields.Tags && patch[EditedFields.Tags] is JsonArray tags)
            {
                if (MergedTags(seen, now, tags) is not { } merged) continue;
                if (merged.Count > MostTags) conflicts.Add(EditedFields.Tags);
                left[EditedFields.Tags] = merged;
                continue;
            }

            var (kept, isEdit) = (group.Except(entity.OfEdits).ToList(), said.Any(entity.OfEdits.Contains));
            if (!isEdit && EditedFields.AreEqual(mine, seen, kept)) continue;
            if (group[0] != EditedFields.Tags && theirs.Contains(group[0]) && !EditedFields.AreEqual(mine, now, kept)) conflicts.Add(group[0]);
            foreach (var name in said) left[name] = patch[name]?.DeepClone();
        }

        return new Merging(conflicts, theirs, left);
    }

    public static bool HaveSameTags(JsonObject one, JsonObject other) =>
        Names(one[EditedFields.Tags]).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(Names(other[EditedFields.Tags]));

    /// <summary>What is now first, then what was added; null where the edit neither adds nor removes.</summary>
    private static JsonArray? MergedTags(JsonObject seen, JsonObject now, JsonArray patch)
    {
        var (was, mine) = (Names(seen[EditedFields.Tags]), Names(patch));
        var added = mine.Except(was, StringComparer.OrdinalIgnoreCase).ToList();
        var removed = was.Except(mine, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (added.Count == 0 && removed.Count == 0) return null;
        var merged = Names(now[EditedFields.Tags]).Where(tag => !removed.Contains(tag)).Concat(added).Distinct(StringComparer.OrdinalIgnoreCase);
        return [.. merged.Select(tag => JsonValue.Create(tag))];
    }

    private static List<string> Names(JsonNode? tags) =>
        tags is JsonArray items ? [.. items.OfType<JsonValue>().Select(item => item.TryGetValue<string>(out var tag) ? tag.Trim() : item.ToJsonString())] : [];
}
