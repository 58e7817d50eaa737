namespace MyBudget.Infrastructure.EventStore;

/// <summary>An event of a write.</summary>
public readonly struct LedgerEvent
{
    public LedgerEvent(Guid streamId, object data) : this(streamId, data, place: 0)
    {
    }

    /// <param name="source">The event, or where it is made.</param>
    internal LedgerEvent(Guid streamId, object source, int place) => (StreamId, Source, Place) = (streamId, source, place);

    /// <summary>The entity's id.</summary>
    public Guid StreamId { get; }

    /// <summary>The event; it may be made anew each time.</summary>
    public object Data => Source is LateEvents late ? late[Place] : Source;

    public Type Type => Source is LateEvents late ? late.Type : Source.GetType();

    internal object Source { get; }

    internal int Place { get; }

    public void Deconstruct(out Guid streamId, out object data) => (streamId, data) = (StreamId, Data);
}
