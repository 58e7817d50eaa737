using System.Text.Json;

namespace MyBudget.Benchmarks.Data;

/// <summary>Some of a ledger's transactions, of every age, to ask for.</summary>
internal sealed class Samples(int size)
{
    private const int Kept = 2_000;

    private readonly Random _random = new(size);

    public List<Guid> Ids { get; } = [];

    /// <summary>Each on few transactions, so that a search for it goes through many.</summary>
    public List<string> Notes { get; } = [];

    public List<long> Amounts { get; } = [];

    public void Add(JsonElement items)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (_random.Next(size) >= Kept) continue;
            Ids.Add(item.GetProperty("id").GetGuid());
            Amounts.Add(item.GetProperty("amount").GetInt64());
            if (item.GetProperty("note").GetString() is { } note) Notes.Add(note);
        }
    }
}
