namespace MyBudget.Infrastructure.EventStore;

/// <summary>A kind of entity in ledgers: its events, its state, and how that is stored.</summary>
/// <param name="Kind">The name that clients see, for example <c>transaction</c>; also Marten's name of its documents and streams.</param>
/// <param name="IsStructure">Accounts, categories and budgets: what cached reference data is made of.</param>
/// <param name="StateType">The state.</param>
/// <param name="Events">The events of such a stream.</param>
/// <param name="RemovedBy">Those after which the entity is a tombstone, until another follows.</param>
/// <param name="Columns">The members of the state that have a column of their own beside its JSON.</param>
/// <param name="Fold">What an event makes of the state.</param>
internal sealed record LedgerEntity(
    string Kind, bool IsStructure, Type StateType, IReadOnlyList<Type> Events, IReadOnlyList<Type> RemovedBy,
    IReadOnlyList<LedgerColumn> Columns, Func<object?, Guid, object, object?> Fold)
{
    /// <summary>Where the states are stored.</summary>
    public string Table => $"mt_doc_{Kind}";

    /// <summary>To go on with in a list of columns.</summary>
    public string ColumnNames => string.Concat(Columns.Select(column => $", {column.Name}"));
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
    /// <summary>Makes the state part of every ledger's writes and of its change index.</summary>
    public static IServiceCollection AddLedgerEntity<TState>(
        this IServiceCollection services, string kind, bool isStructure, Type[] events, Type[]? removedBy = null, LedgerColumn[]? columns = null)
        where TState : class, ILedgerState<TState> => services.AddSingleton(new LedgerEntity(
            kind, isStructure, typeof(TState), events, removedBy ?? [], columns ?? [], (state, id, e) => TState.Fold((TState?)state, id, e)));
}
