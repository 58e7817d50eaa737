namespace MyBudget.Infrastructure.EventStore;

/// <summary>What events are stored as: a name of their own, which never changes.</summary>
internal sealed class EventNames(IDocumentStore store)
{
    private readonly Dictionary<Type, string> _names = store.Options.Events.AllKnownEventTypes()
        .DistinctBy(known => known.EventType).ToDictionary(known => known.EventType, known => known.EventTypeName);

    private readonly Dictionary<string, Type> _types = store.Options.Events.AllKnownEventTypes()
        .GroupBy(known => known.EventTypeName, known => known.EventType, StringComparer.Ordinal).ToDictionary(known => known.Key, known => known.First());

    public string Of(object e) => NameOf(e.GetType());

    public string NameOf(Type type) => _names[type];

    /// <summary>Null where this release knows no event of that name.</summary>
    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);
}
