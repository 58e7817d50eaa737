namespace MyBudget.Infrastructure.UseCases;

/// <summary>What has to be known of a kind of entity, so that edits of it which were made apart can be brought together.</summary>
/// <param name="kind">As the change index has it.</param>
/// <param name="input">What clients write of it: its members are the fields.</param>
internal sealed class OperationEntity(string kind, Type input)
{
    public string Kind => kind;

    public Type Input => input;

    /// <summary>Whether commands about several of them can share a commit: nothing that others decide by is made of them.</summary>
    public bool MayShare { get; init; }

    /// <summary>Fields that are one: they are told by the name of the first.</summary>
    public IReadOnlyList<string> AsOne { get; init; } = [];

    /// <summary>What an edit may say and the entity does not keep, such as from when on it applies.</summary>
    public IReadOnlyList<string> OfEdits { get; init; } = [];

    /// <summary>The entity as it is; null where there is none.</summary>
    public required Func<LedgerWrite, Guid, Task<EntityState?>> FindAsync { get; init; }

    /// <summary>What an event makes of it.</summary>
    public required Func<object?, Guid, object, object?> Fold { get; init; }

    /// <summary>Whether it is there for its users.</summary>
    public required Func<object, bool> IsThere { get; init; }

    /// <summary>What clients may change of it.</summary>
    public required Func<object, object> Writable { get; init; }
}

/// <param name="State">With all that the write under way did to it.</param>
internal sealed record EntityState(object State, int Version);

internal sealed class OperationRegistry(IServiceCollection services, OperationEntity entity)
{
    public OperationRegistry Add(
        string verb, OperationEffect effect, Func<IMediator, OperationBody, CancellationToken, Task> send, LedgerRole least = LedgerRole.Editor)
    {
        services.AddSingleton(new LedgerOperation($"{entity.Kind}.{verb}", entity, effect, least, send));
        return this;
    }
}

internal static class OperationSetup
{
    /// <summary>Lets clients gather commands about this kind of entity while they are offline.</summary>
    /// <param name="services">The container.</param>
    /// <param name="kind">As the change index has it.</param>
    /// <param name="writable">What clients may change of the state; the state itself if absent.</param>
    /// <param name="isThere">Whether it is there for its users; always if absent.</param>
    /// <param name="asOne">Fields that are one.</param>
    /// <param name="ofEdits">What an edit may say and the entity does not keep.</param>
    /// <param name="mayShare">Whether commands about several of them can share a commit.</param>
    /// <typeparam name="TState">The stored state.</typeparam>
    /// <typeparam name="TInput">What clients write of it.</typeparam>
    public static OperationRegistry AddLedgerOperations<TState, TInput>(
        this IServiceCollection services, string kind, Func<TState, object>? writable = null, Func<TState, bool>? isThere = null,
        string[]? asOne = null, string[]? ofEdits = null, bool mayShare = false) where TState : class, ILedgerState<TState> =>
        new(services, new OperationEntity(kind, typeof(TInput))
        {
            FindAsync = async (write, id) => await write.FindAsync<TState>(id) is { } state ? new EntityState(state, state.Version) : null,
            Fold = (state, id, e) => TState.Fold((TState?)state, id, e),
            IsThere = state => isThere?.Invoke((TState)state) ?? true,
            Writable = state => writable?.Invoke((TState)state) ?? state,
            AsOne = asOne ?? [],
            OfEdits = ofEdits ?? [],
            MayShare = mayShare,
        });
}
