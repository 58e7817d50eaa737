using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Reference data of ledgers (accounts, categories, budgets) as of a structure revision that was read before them.
/// The revision is part of the key, so a replica can never use data that another one has changed.
/// </summary>
public sealed class LedgerReference
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<(Type Kind, Guid LedgerId), (long Structure, Guid Incarnation, object Value)> _entries = new();

    /// <summary>The cached value of exactly the structure that the head names, or what <paramref name="load"/> reads now.</summary>
    public async Task<T> GetAsync<T>(Guid ledgerId, LedgerHead head, Func<CancellationToken, Task<T>> load, CancellationToken cancellationToken)
        where T : class
    {
        if (_entries.TryGetValue((typeof(T), ledgerId), out var entry) && entry.Structure == head.Structure && entry.Incarnation == head.Incarnation) return (T)entry.Value;

        var value = await load(cancellationToken);
        if (_entries.Count >= Capacity) _entries.Clear();
        _entries[(typeof(T), ledgerId)] = (head.Structure, head.Incarnation, value);
        return value;
    }
}
