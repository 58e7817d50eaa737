using MediatR;

namespace MyBudget.Infrastructure.UseCases;

/// <summary>
/// An event was appended in the transaction under way and is not committed yet. Other features may append what follows from it
/// to the same session; they neither read nor change what the publisher owns.
/// </summary>
public sealed record Appended<TEvent>(Guid StreamId, TEvent Event) : INotification;
