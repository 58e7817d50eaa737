namespace MyBudget.Features.Sync;

/// <summary>What earlier operations of a request did to an entity: to their client that is how it was, and nobody else's change.</summary>
internal sealed class OwnEdits
{
    public static readonly OwnEdits None = new();

    private readonly HashSet<int> _versions = [];
    private readonly List<(int Version, JsonObject Patch)> _said = [];

    /// <param name="operation">What was acknowledged.</param>
    /// <param name="data">What it said.</param>
    /// <param name="before">The version that it met.</param>
    /// <param name="after">The version then, which is the same where there was nothing left to do.</param>
    public void Add(LedgerOperation operation, JsonObject data, int before, int after)
    {
        for (var made = before + 1; made <= after; made++) _versions.Add(made);
        JsonObject? patch = operation.Effect switch
        {
            OperationEffect.Revise => data,
            OperationEffect.Close => new JsonObject { [EditedFields.Closed] = true },
            OperationEffect.Reopen => new JsonObject { [EditedFields.Closed] = false },
            _ => null,
        };
        if (patch is not null) _said.Add((after, patch));
    }

    /// <summary>Whether any of it led to this version, or found it as it was wished.</summary>
    public bool Concern(int version) => _versions.Contains(version) || _said.Exists(one => one.Version == version);

    /// <summary>Changes what the client saw by what of this version is its own.</summary>
    public void LayOver(OperationEntity entity, JsonObject seen, int version, JsonObject before, JsonObject after)
    {
        if (_versions.Contains(version))
        {
            foreach (var group in EditedFields.Groups(entity, before, after))
                if (!EditedFields.AreEqual(before, after, group)) Take(seen, after, group);
        }

        // What somebody else had done already is its own edit too: to undo it later is one more.
        foreach (var (_, patch) in _said.Where(one => one.Version == version))
        {
            var mine = EditedFields.With(seen, patch);
            foreach (var group in EditedFields.Groups(entity, patch).Where(group => group.Any(patch.ContainsKey)))
                if (EditedFields.AreEqual(mine, after, group)) Take(seen, after, group);
            // Of tags it has those that it gave, without what others added meanwhile: that would pass for taken away by its next edit.
            if (patch.ContainsKey(EditedFields.Tags) && !Merging.HaveSameTags(mine, after)) Take(seen, mine, [EditedFields.Tags]);
        }
    }

    private static void Take(JsonObject seen, JsonObject from, IEnumerable<string> group)
    {
        foreach (var name in group)
        {
            if (from[name] is { } value) seen[name] = value.DeepClone();
            else seen.Remove(name);
        }
    }
}
