using System.Text.Unicode;

namespace MyBudget.Features.Sync;

/// <param name="Kind">Of the entity.</param>
/// <param name="Id">The entity.</param>
/// <param name="Revision">At which it changed last.</param>
/// <param name="IsDeleted">Whether that was its end.</param>
internal sealed record EntityChange(string Kind, Guid Id, long Revision, bool IsDeleted);

/// <summary>The items of a page of changes: what changed, with what is there of it.</summary>
internal static class ChangeItems
{
    /// <summary>Enough for any kind, id and revision.</summary>
    private const int LongestStart = 200;

    public static async Task<JsonList> ItemsAsync(
        this LedgerReader ledger, IReadOnlyList<EntityChange> page, IReadOnlyList<SyncedKind> wanted, CancellationToken cancellationToken)
    {
        var data = await DataAsync(ledger, page, wanted, cancellationToken);
        var list = new JsonList();
        foreach (var change in page) Add(list, change, data.GetValueOrDefault((change.Kind, change.Id)));
        return list;
    }

    /// <summary>
    /// What is there of the changed entities; asked by all their ids at once, since PostgreSQL would look for each by another index
    /// of its ledger, and go through all of that, while it has no statistics of a table yet.
    /// </summary>
    private static async Task<IReadOnlyDictionary<(string Kind, Guid Id), byte[]>> DataAsync(
        LedgerReader ledger, IReadOnlyList<EntityChange> page, IReadOnlyList<SyncedKind> wanted, CancellationToken cancellationToken)
    {
        var living = page.Where(change => !change.IsDeleted).ToLookup(change => change.Kind, change => change.Id);
        var found = new Dictionary<(string Kind, Guid Id), byte[]>(page.Count);
        var statement = (Sql)$"";
        foreach (var kind in wanted.Where(kind => living.Contains(kind.Kind)))
        {
            Guid[] ids = [.. living[kind.Kind]];
            if (!statement.IsEmpty) statement.Append($" union all ");
            statement.Append($"select {kind.Kind}, id, data from ({kind.Living(ledger.LedgerId)}) living where id = any ({ids})");
        }

        if (statement.IsEmpty) return found;
        await foreach (var row in ledger.Sql(statement).RowsAsync(cancellationToken))
            found.Add((row.GetString(0), row.GetGuid(1)), row.GetFieldValue<byte[]>(2));
        return found;
    }

    /// <param name="list">The page.</param>
    /// <param name="change">What changed.</param>
    /// <param name="data">Null where the entity is gone, or has just gone.</param>
    private static void Add(JsonList list, EntityChange change, byte[]? data)
    {
        var isGone = data is null ? "true" : "false";
        Span<byte> start = stackalloc byte[LongestStart];
        Utf8.TryWrite(
            start, CultureInfo.InvariantCulture,
            $"{{\"kind\":\"{change.Kind}\",\"id\":\"{change.Id}\",\"revision\":{change.Revision},\"deleted\":{isGone},\"data\":", out var written);
        list.Add(start[..written], data is null ? "null"u8 : data, "}"u8);
    }
}
