namespace MyBudget.Features.Imports.UndoImport;

/// <summary>What an import settled goes with it: files are read as an earlier one settled it, or asked again.</summary>
internal static class LayoutsOfImport
{
    public static async Task ForgetAsync(LedgerWrite write, Guid import)
    {
        var undone = (await write.AllAsync<Import>()).Where(other => other.UndoneAt is not null).Select(other => other.Id).Append(import)
            .ToHashSet();
        foreach (var layout in (await write.AllAsync<ImportLayout>()).Where(layout => layout.ImportId == import))
        {
            var events = await write.Reading.Events.FetchStreamAsync(layout.Id, token: write.Cancellation);
            write.Append(layout, Decide([.. events.Select(e => e.Data).OfType<ImportLayoutSettled>()], undone, write.By, write.Now));
        }
    }

    /// <param name="settled">All that was settled for such files, in its order.</param>
    /// <param name="undone">Imports that are undone.</param>
    internal static object Decide(IReadOnlyList<ImportLayoutSettled> settled, IReadOnlySet<Guid> undone, Guid by, DateTimeOffset now) =>
        settled.LastOrDefault(e => !undone.Contains(e.ImportId)) is { } before
            ? new ImportLayoutSettled(before.Layout, before.ImportId, by, now)
            : new ImportLayoutForgotten(by, now);
}
