namespace MyBudget.Infrastructure.EventStore;

/// <summary>What events are stored as: their own name, which never changes, and that of their type, by which Marten finds it faster.</summary>
internal sealed class EventNames(IDocumentStore store)
{
    private readonly Dictionary<Type, (string Name, string DotNetName)> _names = store.Options.Events.AllKnownEventTypes()
        .DistinctBy(known => known.EventType)
        .ToDictionary(known => known.EventType, known => (known.EventTypeName, $"{known.EventType.FullName}, {known.EventType.Assembly.GetName().Name}"));

    private readonly Dictionary<string, Type> _types = store.Options.Events.AllKnownEventTypes()
        .GroupBy(known => known.EventTypeName, known => known.EventType, StringComparer.Ordinal).ToDictionary(known => known.Key, known => known.First());

    public (string Name, string DotNetName) Of(object e) => _names[e.GetType()];

    /// <summary>Null where this release knows no event of that name.</summary>
    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);
}
