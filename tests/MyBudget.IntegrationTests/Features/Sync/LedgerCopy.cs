using System.Net;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Sync;

/// <summary>What a client that follows the cursor holds of a ledger.</summary>
internal sealed class LedgerCopy(LedgerClient ledger, string? kinds = null)
{
    private readonly Dictionary<(string Kind, Guid Id), JsonNode> _entities = [];
    private (long Revision, string Kind, string Id) _last;

    public string? Cursor { get; private set; }

    public IReadOnlyDictionary<(string Kind, Guid Id), JsonNode> Entities => _entities;

    /// <summary>Every item that was read, in order, whether it was a tombstone.</summary>
    public List<(string Kind, Guid Id, bool Deleted)> Read { get; } = [];

    /// <summary>Reads one page.</summary>
    /// <returns>Whether there is more.</returns>
    public async Task<bool> PullPageAsync(int limit = 500)
    {
        var since = Cursor is null ? "" : $"&since={Cursor}";
        var page = (await ledger.GetAsync($"changes?limit={limit}{since}{(kinds is null ? "" : $"&kinds={kinds}")}")).ShouldBe(HttpStatusCode.OK);
        page.Items.Length.ShouldBeLessThanOrEqualTo(limit);
        foreach (var item in page.Items) Apply(JsonNode.Parse(item.GetRawText())!);
        Cursor = page.Body.GetProperty("cursor").GetString()!;
        var hasMore = page.Body.GetProperty("hasMore").GetBoolean();
        if (!hasMore)
        {
            page.ETag.ShouldBe($"\"{Cursor}\"");
            _last = default;
        }

        return hasMore;
    }

    public async Task PullAsync(Func<int>? limit = null)
    {
        while (await PullPageAsync(limit?.Invoke() ?? 500))
        {
        }
    }

    /// <summary>Is exactly what reading everything answers.</summary>
    public async Task ShouldBeTheServersAsync()
    {
        var state = await ServerState.ReadAsync(ledger, Entities.Keys);
        Entities.Keys.Order().ShouldBe(state.Keys.Order());
        foreach (var (key, data) in state)
            JsonNode.DeepEquals(Entities[key], data).ShouldBeTrue($"{key}: {Entities[key].ToJsonString()}\nis not\n{data.ToJsonString()}");
    }

    private void Apply(JsonNode item)
    {
        var (kind, id, revision) = ((string)item["kind"]!, (Guid)item["id"]!, (long)item["revision"]!);
        var place = (revision, kind, id.ToString());
        Compare(_last, place).ShouldBeLessThan(0, $"{_last} before {place}");
        _last = place;
        var deleted = (bool)item["deleted"]!;
        Read.Add((kind, id, deleted));
        if (deleted)
        {
            item["data"].ShouldBeNull();
            _entities.Remove((kind, id));
            return;
        }

        ((Guid)item["data"]!["id"]!).ShouldBe(id);
        ((long)item["data"]!["version"]!).ShouldBeGreaterThan(0);
        _entities[(kind, id)] = item["data"]!.DeepClone();
    }

    private static int Compare((long Revision, string Kind, string Id) one, (long Revision, string Kind, string Id) other) =>
        one.Revision != other.Revision ? one.Revision.CompareTo(other.Revision)
        : string.CompareOrdinal(one.Kind, other.Kind) is var kinds and not 0 ? kinds
        : string.CompareOrdinal(one.Id, other.Id);
}
