using System.Collections.Concurrent;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// Reference data of ledgers (accounts, categories, budgets) as of a structure revision that was read before them.
/// The revision is part of the key, so a replica can never use data that another one has changed.
/// </summary>
public sealed class LedgerReference
{
    private const int Capacity = 2_000;
    private readonly ConcurrentDictionary<(Type Kind, Guid LedgerId), object> _entries = new();

    /// <summary>The cached value of exactly the structure that the head names, or what <paramref name="load"/> reads now.</summary>
    public async Task<T> GetAsync<T>(Guid ledgerId, LedgerHead head, Func<CancellationToken, Task<T>> load, CancellationToken cancellationToken)
        where T : class
    {
        if (Latest<T>(ledgerId) is { } latest && latest.IsOf(head.Structure, head.Incarnation)) return latest.Value;

        var value = await load(cancellationToken);
        Keep(ledgerId, new Known<T>(head.Structure, head.Incarnation, value));
        return value;
    }

    /// <summary>What was kept last; it only holds once the ledger is found to have the same structure still.</summary>
    public Known<T>? Latest<T>(Guid ledgerId) where T : class =>
        _entries.TryGetValue((typeof(T), ledgerId), out var known) ? (Known<T>)known : null;

    public void Keep<T>(Guid ledgerId, Known<T> known) where T : class
    {
        if (_entries.Count >= Capacity) _entries.Clear();
        _entries[(typeof(T), ledgerId)] = known;
    }
}

/// <summary>Reference data with the structure that it was made of, which was read in the same snapshot or before.</summary>
public sealed record Known<T>(long Structure, Guid Incarnation, T Value)
{
    public bool IsOf(long structure, Guid incarnation) => Structure == structure && Incarnation == incarnation;
}
