using System.Text.Unicode;

namespace MyBudget.Features.Sync;

/// <param name="Entity">What changed.</param>
/// <param name="Revision">At which it changed last.</param>
/// <param name="Data">What is there of it; null where it is gone.</param>
internal readonly record struct EntityChange(LedgerChanged Entity, long Revision, byte[]? Data)
{
    /// <summary>Enough for any kind, id and revision.</summary>
    private const int LongestStart = 200;

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
            start, CultureInfo.InvariantCulture, $"{{\"kind\":\"{Entity.Kind}\",\"id\":\"{Entity.Id}\",\"revision\":{Revision},\"deleted\":{isGone},\"data\":", out var written);
        list.Add(start[..written], Data ?? "null"u8, "}"u8);
    }
}
