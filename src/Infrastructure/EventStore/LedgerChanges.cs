namespace MyBudget.Infrastructure.EventStore;

/// <summary>What a write has appended so far, by entity and in order.</summary>
internal sealed class LedgerChanges
{
    private readonly List<LedgerEvent> _events = [];
    private Dictionary<Guid, LedgerChange> _byId = [];

    public bool IsEmpty => _byId.Count == 0;

    public int Count => _byId.Count;

    public IReadOnlyList<LedgerChange> All => [.. _byId.Values];

    public IReadOnlyList<LedgerEvent> Events => _events;

    public LedgerChange? Of(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Begins entities, which may be very many, under ids that were made for them.</summary>
    public void Begin(LedgerEntity entity, IReadOnlyList<Guid> ids, LateEvents events)
    {
        _byId.EnsureCapacity(_byId.Count + ids.Count);
        _events.EnsureCapacity(_events.Count + ids.Count);
        foreach (var (place, id) in ids.Index())
            Append(id, entity, version: 0, state: null, [new LedgerEvent(id, events, place)], hasNewId: true);
    }

    /// <returns>What the write does to the entity; its state after the events is made when it is asked for.</returns>
    public LedgerChange Append(Guid id, LedgerEntity entity, int version, object? state, IEnumerable<LedgerEvent> events, bool hasNewId)
    {
        if (!_byId.TryGetValue(id, out var change))
            _byId.Add(id, change = new LedgerChange(id, entity, version, state) { HasNewId = hasNewId });
        foreach (var e in events)
        {
            change.Append(e);
            _events.Add(e);
        }

        return change;
    }

    /// <summary>To be found in this state by what follows, whatever is stored.</summary>
    public void Suppose(Guid id, LedgerEntity entity, int version, object state) => _byId[id] = new LedgerChange(id, entity, version, state);

    /// <summary>Runs what may fail; all that it appended is taken back then.</summary>
    public async Task<T> AttemptAsync<T>(Func<Task<T>> attempt)
    {
        var (before, events) = (_byId.ToDictionary(change => change.Key, change => change.Value.Copy()), _events.Count);
        try
        {
            return await attempt();
        }
        catch
        {
            _byId = before;
            _events.RemoveRange(events, _events.Count - events);
            throw;
        }
    }
}
