namespace MyBudget.Infrastructure.EventStore;

/// <summary>An event of a write.</summary>
public readonly struct LedgerEvent
{
    private readonly object _data;
    private readonly int _place;

    public LedgerEvent(Guid streamId, object data) => (StreamId, _data) = (streamId, data);

    internal LedgerEvent(Guid streamId, LateEvents events, int place) => (StreamId, _data, _place) = (streamId, events, place);

    /// <summary>The entity's id.</summary>
    public Guid StreamId { get; }

    /// <summary>The event; it may be made anew each time.</summary>
    public object Data => _data is LateEvents late ? late[_place] : _data;

    public Type Type => _data is LateEvents late ? late.Type : _data.GetType();

    public void Deconstruct(out Guid streamId, out object data) => (streamId, data) = (StreamId, Data);
}
