namespace MyBudget.Infrastructure.EventStore;

/// <summary>What a write does to one entity.</summary>
internal sealed class LedgerChange(Guid id, LedgerEntity entity, int version, object? state)
{
    public Guid Id => id;

    public LedgerEntity Entity => entity;

    /// <summary>It begins under an id that was made for it, which nobody else can be about to use.</summary>
    public bool HasNewId { get; init; }

    /// <summary>How many events the entity had before.</summary>
    public int VersionBefore => version;

    /// <summary>How many it gets.</summary>
    public int Appended { get; private set; }

    /// <summary>As the events leave it; null once it is gone.</summary>
    public object? State { get; private set; } = state;

    public void Append(object e)
    {
        Appended++;
        State = entity.Fold(State, id, e);
    }
}
