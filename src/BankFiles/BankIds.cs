namespace MyBudget.BankFiles;

/// <summary>Identifiers that a bank repeats for different entries identify nothing, and would make duplicates of them.</summary>
internal static class BankIds
{
    /// <summary>Where a format promises an id for each entry, only the broken ones are dropped.</summary>
    public static void DropRepeated(BankEntries entries)
    {
        var repeated = Repeated(entries);
        if (repeated.Count > 0) entries.DropIds(repeated.Contains);
    }

    /// <summary>A reference column that repeats itself is no column of identifiers.</summary>
    public static bool AreUnique(BankEntries entries) => Repeated(entries).Count == 0;

    /// <summary>The same line twice is a repetition of the file, which the importer tells as a duplicate.</summary>
    private static HashSet<string> Repeated(BankEntries entries)
    {
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        var hashes = new HashSet<int>();
        // Only of those that may be there twice more is kept than a hash: a large file has very many, and nearly all are different.
        var twice = entries.Where(entry => entry.BankId is { } id && !hashes.Add(id.GetHashCode(StringComparison.Ordinal)))
            .Select(entry => entry.BankId!.GetHashCode(StringComparison.Ordinal)).ToHashSet();
        if (twice.Count == 0) return repeated;

        var seen = new Dictionary<string, (DateOnly, decimal)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.BankId is not { } id || !twice.Contains(id.GetHashCode(StringComparison.Ordinal))) continue;
            if (!seen.TryAdd(id, (entry.Date, entry.Amount)) && seen[id] != (entry.Date, entry.Amount)) repeated.Add(id);
        }

        return repeated;
    }
}
