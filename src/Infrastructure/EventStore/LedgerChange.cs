namespace MyBudget.Infrastructure.EventStore;

/// <summary>What a write does to one entity.</summary>
internal sealed class LedgerChange(Guid id, LedgerEntity entity, int version, object? state)
{
    // The state; or the event that it is to be made of.
    private object? _state = state;
    private bool _onlyBegins;
    private int _place;

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
    public object? State => _onlyBegins ? entity.Fold(null, id, new LedgerEvent(id, _state!, _place).Data) : _state;

    public LedgerChange Copy() => (LedgerChange)MemberwiseClone();

    public void Append(LedgerEvent e)
    {
        // Of a large import there are very many that only begin: their states are made when they are stored, and not kept beside the events.
        if (Appended++ == 0 && HasNewId) (_state, _place, _onlyBegins) = (e.Source, e.Place, true);
        else (_state, _onlyBegins) = (entity.Fold(State, id, e.Data), false);
    }
}
