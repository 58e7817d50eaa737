using Weasel.Postgresql.Tables;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>A kind of entity in ledgers: its events, its state, and how that is stored.</summary>
internal sealed class LedgerEntity(
    string kind, bool isStructure, Type stateType, IReadOnlyList<LedgerColumn> columns, Func<object?, Guid, object, object?> fold,
    Action<StoreOptions> store)
{
    private readonly List<Type> _events = [];
    private readonly List<Type> _removedBy = [];
    private readonly Dictionary<Type, Func<object, int>> _rows = [];
    private readonly List<TableColumn> _computed = [];
    private Action<StoreOptions> _store = store;
    private Func<Guid, Sql>? _living;

    /// <summary>The name that clients see, for example <c>transaction</c>; also Marten's name of its documents and streams.</summary>
    public string Kind => kind;

    /// <summary>Accounts, categories and budgets: what cached reference data is made of.</summary>
    public bool IsStructure => isStructure;

    public Type StateType => stateType;

    /// <summary>The members of the state that have a column of their own beside its JSON.</summary>
    public IReadOnlyList<LedgerColumn> Columns => columns;

    /// <summary>Columns that PostgreSQL makes of the state's JSON, whichever release writes it.</summary>
    public IReadOnlyList<TableColumn> ComputedColumns => _computed;

    /// <summary>What an event makes of the state.</summary>
    public Func<object?, Guid, object, object?> Fold => fold;

    public IReadOnlyList<Type> Events => _events;

    /// <summary>Those after which the entity is a tombstone, until another follows.</summary>
    public IReadOnlyList<Type> RemovedBy => _removedBy;

    /// <summary>Of how many rows an event of a type tells, where they may be very many.</summary>
    public IReadOnlyDictionary<Type, Func<object, int>> RowsOfEvents => _rows;

    /// <summary>Where the states are stored.</summary>
    public string Table => $"mt_doc_{kind}";

    /// <summary>How clients that hold a copy of the ledger get it: as it is stored, unless its feature says otherwise.</summary>
    public SyncedKind Synced => new(kind, _living ?? (ledger =>
        $"select id, (data->>'version')::bigint as version, data from {Sql.Name(Table)} where tenant_id = {LedgerScope.TenantOf(ledger)}"));

    /// <summary>To go on with in a list of columns.</summary>
    public string ColumnNames => string.Concat(columns.Select(column => $", {column.Name}"));

    /// <summary>Has events of this type, stored under a name that never changes.</summary>
    public LedgerEntity Event<TEvent>(string name) where TEvent : class
    {
        _events.Add(typeof(TEvent));
        _store += options => options.Events.MapEventType<TEvent>(name);
        return this;
    }

    /// <summary>An event of this type may tell of very many rows: its JSON is not held as a whole then.</summary>
    /// <param name="count">How many they are.</param>
    public LedgerEntity Rows<TEvent>(Func<TEvent, int> count) where TEvent : class
    {
        _rows.Add(typeof(TEvent), e => count((TEvent)e));
        return this;
    }

    /// <summary>The same, and such an event makes the entity a tombstone.</summary>
    public LedgerEntity Removal<TEvent>(string name) where TEvent : class
    {
        _removedBy.Add(typeof(TEvent));
        return Event<TEvent>(name);
    }

    /// <summary>Has a column that is computed from the others.</summary>
    public LedgerEntity Computed(string name, string type, string expression)
    {
        _computed.Add(new TableColumn(name, type) { ComputedExpression = expression });
        return this;
    }

    /// <summary>Its stored JSON is not, or not all of it, what clients get.</summary>
    /// <param name="living">See <see cref="SyncedKind"/>.</param>
    public LedgerEntity SyncedAs(Func<Guid, Sql> living)
    {
        _living = living;
        return this;
    }

    public void StoreIn(StoreOptions options) => _store(options);
}

/// <summary>A member of a state with a column of its own.</summary>
/// <param name="Name">The column.</param>
/// <param name="Of">Its values, an array of the column's type, for many states.</param>
internal sealed record LedgerColumn(string Name, Func<IReadOnlyList<object>, Array> Of)
{
    public static LedgerColumn Create<TState, TValue>(string name, Func<TState, TValue> read) =>
        new(name, states => states.Select(state => read((TState)state)).ToArray());
}

internal static class LedgerEntitySetup
{
    /// <summary>Makes the state part of every ledger's writes, of its change index, and of Marten's rebuild; then its events are named.</summary>
    public static LedgerEntity AddLedgerEntity<TState>(
        this IServiceCollection services, string kind, bool isStructure = false, LedgerColumn[]? columns = null)
        where TState : class, ILedgerState<TState>
    {
        var entity = new LedgerEntity(
            kind, isStructure, typeof(TState), columns ?? [], (state, id, e) => TState.Fold((TState?)state, id, e),
            options => options.AddLedgerState<TState>(kind));
        services.AddSingleton(entity);
        return entity;
    }
}

internal sealed class LedgerEntityStorage : IConfigureMarten
{
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        foreach (var entity in services.GetServices<LedgerEntity>()) entity.StoreIn(options);
    }
}
