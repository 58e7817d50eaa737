namespace MyBudget.Infrastructure.EventStore;

/// <summary>
/// An event was appended by the write under way and is not committed yet. Other features may append what follows from it to the same
/// write; they neither read nor change what the publisher owns.
/// </summary>
internal sealed record Appended<TEvent>(LedgerWrite Write, Guid StreamId, TEvent Event) : INotification;
