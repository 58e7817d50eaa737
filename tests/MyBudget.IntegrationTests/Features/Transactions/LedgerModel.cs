using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>What a ledger should say, kept in the plainest way: every sum is made anew from the list of entries.</summary>
internal sealed class LedgerModel
{
    public Dictionary<Guid, long> Openings { get; } = [];

    public List<Guid> Categories { get; } = [];

    public List<Guid> Budgets { get; } = [];

    /// <summary>Merged categories and deleted budgets.</summary>
    public HashSet<Guid> Gone { get; } = [];

    public Dictionary<Guid, (ModelEntry Entry, bool Deleted)> Entries { get; } = [];

    public long Balance(Guid account, bool clearedOnly) => Openings[account] + Entries.Values
        .Where(item => !item.Deleted).SelectMany(item => Sides(item.Entry))
        .Where(side => side.AccountId == account && !(clearedOnly && side.Status == "pending")).Sum(side => side.Amount);

    /// <summary>The entries that an account's list shows, newest first, but for the order within a day.</summary>
    public IEnumerable<(string Date, Guid Id)> Listed(Guid account) => Entries.Where(item => !item.Value.Deleted)
        .Select(item => (Days: Sides(item.Value.Entry).Where(side => side.AccountId == account).Select(side => side.Date).ToList(), item.Key))
        .Where(item => item.Days.Count > 0).Select(item => (item.Days.Max()!, item.Key)).OrderByDescending(item => item.Item1, StringComparer.Ordinal);

    /// <summary>As the published table has them, sorted; what came to nothing may or may not have a row.</summary>
    public List<string> DayTotals() =>
    [
        .. Entries.Values.Where(item => !item.Deleted && item.Entry.Transfer is null).SelectMany(item => Lines(item.Entry))
            .GroupBy(line => line.Key)
            .Select(day => $"{day.Key} {day.Where(line => line.Amount > 0).Sum(line => line.Amount)} {day.Where(line => line.Amount <= 0).Sum(line => line.Amount)} {day.Count()}")
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<(Guid AccountId, long Amount, string Date, string Status)> Sides(ModelEntry entry)
    {
        var transfers = (entry.Splits ?? []).Select(split => split.Transfer).Append(entry.Transfer).OfType<ModelTransfer>();
        return transfers.Select(other => (other.AccountId, other.Amount, other.Date ?? entry.Date, other.Status ?? entry.Status))
            .Prepend((entry.AccountId, entry.Amount, entry.Date, entry.Status));
    }

    /// <summary>Entries follow a merger; deleted ones when they come back.</summary>
    public void Merge(Guid from, Guid into)
    {
        Categories.Remove(from);
        Gone.Add(from);
        foreach (var (id, item) in Entries) Entries[id] = item with { Entry = item.Entry.Recategorized(from, into) };
    }

    private static IEnumerable<(string Key, long Amount)> Lines(ModelEntry entry)
    {
        var lines = entry.Splits is { Length: > 0 } splits ? splits : [new ModelSplit(entry.Amount, entry.CategoryId)];
        return lines.Where(line => line.Transfer is null).Select(line => ($"{entry.Date} {entry.AccountId} {line.CategoryId ?? Guid.Empty}", line.Amount));
    }
}

internal sealed record ModelEntry(
    Guid AccountId, string Date, long Amount, string Status, Guid? CategoryId = null, ModelSplit[]? Splits = null, ModelTransfer? Transfer = null)
{
    public ModelEntry Recategorized(Guid from, Guid into) => this with
    {
        CategoryId = CategoryId == from ? into : CategoryId,
        Splits = Splits?.Select(split => split with { CategoryId = split.CategoryId == from ? into : split.CategoryId }).ToArray(),
    };

    /// <summary>The whole of it: what is absent is null, so that a patch removes it.</summary>
    public JsonObject ToJson(Guid? id = null)
    {
        var json = JsonSerializer.SerializeToNode(this, ApiClient.Json)!.AsObject();
        if (id is not null) json["id"] = id;
        return json;
    }
}

internal sealed record ModelSplit(long Amount, Guid? CategoryId, ModelTransfer? Transfer = null);

internal sealed record ModelTransfer(Guid AccountId, long Amount, string? Date = null, string? Status = null);
