namespace MyBudget.Features.Imports.ImportFile;

/// <summary>The entries no row has met yet, by what they are looked up by.</summary>
internal sealed class KnownLeft<TKey>(Matching matching, IEnumerable<KnownEntry> known, Func<KnownEntry, TKey> keyOf) where TKey : notnull
{
    /// <summary>Of very many equal entries only so many are compared: a file cannot make this take forever.</summary>
    private const int Most = 50;

    // Looked through from the end, so that what is taken can be dropped cheaply; the first of the known comes first all the same.
    private readonly Dictionary<TKey, List<KnownEntry>> _left = known.Reverse().GroupBy(keyOf)
        .ToDictionary(group => group.Key, group => group.ToList());

    public KnownEntry? Find(TKey key, Func<KnownEntry, bool> accepts)
    {
        if (!_left.TryGetValue(key, out var entries)) return null;
        for (int index = entries.Count - 1, compared = 0; index >= 0 && compared < Most; index--)
        {
            if (matching.IsTaken(entries[index])) entries.RemoveAt(index);
            else if (accepts(entries[index])) return entries[index];
            else compared++;
        }

        return null;
    }
}
