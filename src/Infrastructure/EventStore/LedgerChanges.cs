namespace MyBudget.Infrastructure.EventStore;

/// <summary>What a write has appended so far, by entity and in order.</summary>
internal sealed class LedgerChanges
{
    private readonly List<LedgerEvent> _events = [];
    private Dictionary<Guid, LedgerChange> _byId = [];

    public bool IsEmpty => _byId.Count == 0 && Begun is null;

    /// <summary>What it begins in large numbers; changes of theirs that followed are among the others.</summary>
    public BegunEntities? Begun { get; private set; }

    /// <summary>Each is made when it is come to.</summary>
    public IEnumerable<LedgerChange> All => OnlyBegun.Concat(_byId.Values);

    /// <summary>Those that do more than begin in large numbers.</summary>
    public IReadOnlyCollection<LedgerChange> Others => _byId.Values;

    /// <summary>All events in order: of what begins in large numbers first.</summary>
    public IReadOnlyList<LedgerEvent> Events => Begun is null ? _events : new Joined(Begun, _events);

    private IEnumerable<LedgerChange> OnlyBegun => Begun is null ? []
        : Enumerable.Range(0, Begun.Count).Where(place => !_byId.ContainsKey(Begun.Ids[place])).Select(Begun.ChangeAt);

    public LedgerChange? Of(Guid id) => _byId.GetValueOrDefault(id) ?? Begun?.Find(id);

    /// <summary>Begins entities in large numbers, once in a write.</summary>
    public void Begin(BegunEntities begun) =>
        Begun = Begun is null ? begun : throw new InvalidOperationException("A write begins entities in large numbers once.");

    /// <returns>What the write does to the entity; its state after the events is made when it is asked for.</returns>
    public LedgerChange Append(Guid id, LedgerEntity entity, int version, object? state, IEnumerable<LedgerEvent> events)
    {
        if (!_byId.TryGetValue(id, out var change))
            _byId.Add(id, change = Begun?.Find(id) ?? new LedgerChange(id, entity, version, state));
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
        var (begun, before, events) = (Begun, _byId.ToDictionary(change => change.Key, change => change.Value.Copy()), _events.Count);
        try
        {
            return await attempt();
        }
        catch
        {
            (Begun, _byId) = (begun, before);
            _events.RemoveRange(events, _events.Count - events);
            throw;
        }
    }

    private sealed class Joined(IReadOnlyList<LedgerEvent> first, IReadOnlyList<LedgerEvent> then) : IReadOnlyList<LedgerEvent>
    {
        public int Count => first.Count + then.Count;

        public LedgerEvent this[int place] => place < first.Count ? first[place] : then[place - first.Count];

        public IEnumerator<LedgerEvent> GetEnumerator() => first.Concat(then).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
