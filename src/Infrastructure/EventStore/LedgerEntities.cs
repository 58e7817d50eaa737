namespace MyBudget.Infrastructure.EventStore;

/// <summary>The kinds of entities in ledgers, found by their events or by their state.</summary>
internal sealed class LedgerEntities(IEnumerable<LedgerEntity> entities)
{
    private readonly Dictionary<Type, LedgerEntity> _byEvent = entities
        .SelectMany(entity => entity.Events, (entity, type) => (Type: type, Entity: entity)).ToDictionary(pair => pair.Type, pair => pair.Entity);

    private readonly Dictionary<Type, LedgerEntity> _byState = entities.ToDictionary(entity => entity.StateType);

    /// <exception cref="KeyNotFoundException">No feature has registered the event, so its entity would miss in the change index.</exception>
    public LedgerEntity OfEvent(Type type) => _byEvent[type];

    public LedgerEntity OfState(Type type) => _byState[type];

    /// <summary>Of how many rows it tells.</summary>
    public int RowsOf(LedgerEvent e) => OfEvent(e.Type).RowsOfEvents.TryGetValue(e.Type, out var rows) ? rows(e.Data) : 1;

    public bool IsStructure(Type type) => OfEvent(type).IsStructure;
}
