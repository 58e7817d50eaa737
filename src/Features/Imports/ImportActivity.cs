namespace MyBudget.Features.Imports;

/// <summary>What is imported, as members read it. However many rows a file has, it is one thing that happened.</summary>
internal static class ImportActivity
{
    public static IServiceCollection AddImportActivity(this IServiceCollection services) => services
        .AddLargeActivity<ImportCompleted, Import>("imported", (import, words) =>
        {
            var entries = words.Count("imports.activity.entries", import.Imported, ("{count} new entry", "{count} new entries"));
            var file = NameOf(import);
            return new Told(
                words.Say("imports.activity.imported", $"Imported {file}: {entries}", ("file", file), ("entries", entries)), import.Imported,
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["duplicates"] = import.Duplicates,
                    ["rejected"] = import.Rejected,
                    ["corrected"] = import.Corrected,
                });
        })
        .AddActivity<ImportUndone, Import>("undone", (e, import, words) =>
        {
            var entries = words.Count("imports.activity.deleted", e.Deleted, ("{count} entry deleted", "{count} entries deleted"));
            var file = import is null ? string.Empty : NameOf(import);
            return new Told(words.Say("imports.activity.undone", $"Undid the import of {file}: {entries}", ("file", file), ("entries", entries)), e.Deleted);
        }, isWhole: true)
        .AddActivity<ImportLayoutSettled>("settled", (e, words) =>
        {
            var account = words.NameOf(e.Layout.AccountId);
            return words.Say("imports.activity.layout-settled", $"Settled how files of {account} are read", ("account", account));
        })
        .AddActivity<ImportLayoutForgotten, ImportLayout>("forgotten", (_, layout, words) =>
        {
            var account = layout is null ? string.Empty : words.NameOf(layout.AccountId);
            return words.Say("imports.activity.layout-forgotten", $"Forgot how files of {account} are read", ("account", account));
        });

    private static string NameOf(Import import) => import.FileName ?? import.Format.ToUpperInvariant();
}
