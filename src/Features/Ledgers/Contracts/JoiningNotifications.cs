namespace MyBudget.Features.Ledgers.Contracts;

// All are published inside the use case, before its one save: what a handler does with the scope's session is saved with it.

/// <summary>Somebody asks to become a member of a ledger.</summary>
/// <param name="UserId">Who asks.</param>
/// <param name="By">What they call themselves.</param>
/// <param name="Email">Their address, which they have confirmed.</param>
/// <param name="Owners">Who can let them in.</param>
public sealed record SomebodyAskedToJoin(
    Guid RequestId, Guid LedgerId, string Ledger, Guid UserId, string By, string Email, string? Message, IReadOnlyList<Guid> Owners,
    DateTimeOffset At)
    : INotification;

/// <summary>An owner has decided on a request to join.</summary>
/// <param name="UserId">Who asked.</param>
/// <param name="Role">What they may do from now on; null when they were not let in.</param>
public sealed record JoinRequestAnswered(
    Guid RequestId, Guid LedgerId, string Ledger, Guid UserId, LedgerRole? Role, Guid By, DateTimeOffset At) : INotification;

/// <summary>Nothing is left to decide about requests to join a ledger: they were answered, withdrawn, or their user is gone.</summary>
public sealed record JoinRequestsEnded(Guid LedgerId, IReadOnlyList<Guid> RequestIds) : INotification;
