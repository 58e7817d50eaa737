using JasperFx.Events;

namespace MyBudget.Features.Sync;

/// <summary>
/// The events of entities that the operations of a request were not made on the newest version of. Many operations may be about one entity of
/// many versions: each reads on where the one before ended.
/// </summary>
internal sealed class EntityEvents
{
    /// <summary>So many are kept at most, about.</summary>
    private const int Most = 5_000;

    private readonly Dictionary<Guid, List<IEvent>> _read = [];

    public async Task<IReadOnlyList<IEvent>> OfAsync(LedgerWrite write, Guid id)
    {
        if (_read.Values.Sum(known => known.Count) > Most) _read.Clear();
        if (!_read.TryGetValue(id, out var events)) _read.Add(id, events = []);
        events.AddRange(await write.Reading.Events.FetchStreamAsync(id, fromVersion: events.Count + 1, token: write.Cancellation));
        return events;
    }
}
