using System.Runtime.InteropServices;

namespace MyBudget.BankFiles;

/// <summary>Identifiers that a bank repeats for different entries identify nothing, and would make duplicates of them.</summary>
internal static class BankIds
{
    /// <summary>Where a format promises an id for each entry, only the broken ones are dropped.</summary>
    public static void DropRepeated(List<BankEntry> entries)
    {
        var repeated = Repeated(entries);
        if (repeated.Count == 0) return;
        foreach (ref var entry in CollectionsMarshal.AsSpan(entries))
        {
            if (entry.BankId is { } id && repeated.Contains(id)) entry = entry with { BankId = null };
        }
    }

    /// <summary>A reference column that repeats itself is no column of identifiers.</summary>
    public static bool AreUnique(List<BankEntry> entries) => Repeated(entries).Count == 0;

    /// <summary>The same line twice is a repetition of the file, which the importer tells as a duplicate.</summary>
    private static HashSet<string> Repeated(List<BankEntry> entries)
    {
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, BankEntry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry.BankId is not { } id || seen.TryAdd(id, entry)) continue;
            if (seen[id].Date != entry.Date || seen[id].Amount != entry.Amount) repeated.Add(id);
        }

        return repeated;
    }
}
