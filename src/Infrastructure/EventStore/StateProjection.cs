using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten.Events.Aggregation;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>Tells Marten how a state follows from its events, for <c>projections rebuild</c>; <see cref="LedgerRows"/> keeps it with every write.</summary>
internal sealed class StateProjection<TState> : SingleStreamProjection<TState, Guid> where TState : class, ILedgerState<TState>
{
    public override TState? Evolve(TState? snapshot, Guid id, IEvent e) => TState.Fold(snapshot, id, e.Data);
}

internal static class StateProjections
{
    /// <summary>Stores the state of an entity as a document of that name.</summary>
    public static void AddLedgerState<TState>(this StoreOptions options, string kind) where TState : class, ILedgerState<TState>
    {
        options.Schema.For<TState>().DocumentAlias(kind);
        options.Projections.Add(new StateProjection<TState>(), ProjectionLifecycle.Inline);
    }
}
