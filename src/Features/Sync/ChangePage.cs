namespace MyBudget.Features.Sync;

/// <summary>A page of changes.</summary>
/// <param name="Json">As clients get it.</param>
/// <param name="Head">Where the ledger stood.</param>
internal sealed record ChangePage(JsonText Json, SyncCursor Head)
{
    /// <param name="list">The items.</param>
    /// <param name="head">Where the ledger stood.</param>
    /// <param name="next">Where another page begins; null on the last one.</param>
    public static ChangePage Of(JsonList list, SyncCursor head, SyncCursor? next) =>
        new(list.CloseWith($"\"cursor\":\"{next ?? head}\",\"hasMore\":{(next is null ? "false" : "true")}"), head);
}
