using System.Data.Common;
using System.Text.Unicode;

namespace MyBudget.Features.Sync;

/// <param name="Kind">Of the entity that changed.</param>
/// <param name="Id">The entity.</param>
/// <param name="Revision">At which it changed last.</param>
/// <param name="Data">What is there of it; null where it is gone.</param>
internal sealed record EntityChange(string Kind, Guid Id, long Revision, byte[]? Data)
{
    /// <summary>Enough for any kind, id and revision.</summary>
    private const int LongestStart = 200;

    public static EntityChange Of(DbDataReader row) =>
        new(row.GetString(2), row.GetGuid(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5));

    /// <summary>As clients get them.</summary>
    public static JsonList ListOf(IEnumerable<EntityChange> changes)
    {
        var list = new JsonList();
        foreach (var change in changes) change.AddTo(list);
        return list;
    }

    private void AddTo(JsonList list)
    {
        var isGone = Data is null ? "true" : "false";
        Span<byte> start = stackalloc byte[LongestStart];
        Utf8.TryWrite(
            start, CultureInfo.InvariantCulture, $"{{\"kind\":\"{Kind}\",\"id\":\"{Id}\",\"revision\":{Revision},\"deleted\":{isGone},\"data\":", out var written);
        list.Add(start[..written], Data ?? "null"u8, "}"u8);
    }
}
