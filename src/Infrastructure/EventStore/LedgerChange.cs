namespace MyBudget.Infrastructure.EventStore;

/// <summary>What a write does to one entity.</summary>
internal sealed class LedgerChange(Guid id, LedgerEntity entity, int version, object? state)
{
    private object? _state = state;
    private LedgerEvent? _begin;

    public Guid Id => id;

    public LedgerEntity Entity => entity;

    /// <summary>It begins under an id that was made for it, which nobody else can be about to use.</summary>
    public bool HasNewId { get; init; }

    /// <summary>How many events the entity had before.</summary>
    public int VersionBefore => version;

    public int Version => version + Appended;

    /// <summary>How many it gets.</summary>
    public int Appended { get; private set; }

    /// <summary>As the events leave it; null once it is gone.</summary>
    public object? State => _begin is { } begin ? entity.Fold(null, id, begin.Data) : _state;

    public LedgerChange Copy() => (LedgerChange)MemberwiseClone();

    public void Append(LedgerEvent e)
    {
        // Of a large import there are very many that only begin: their states are made when they are stored, and not kept beside the events.
        if (Appended++ == 0 && HasNewId) _begin = e;
        else (_state, _begin) = (entity.Fold(State, id, e.Data), null);
    }
}
