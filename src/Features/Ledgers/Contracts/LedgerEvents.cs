namespace MyBudget.Features.Ledgers.Contracts;

/// <param name="Currency">The currency in which the household thinks; accounts may have others.</param>
/// <param name="Language">The language of the categories it starts with.</param>
/// <param name="StarterCategories">Whether it starts with any: one that was begun on a device brings its own.</param>
public sealed record LedgerCreated(string Name, Currency Currency, string Language, Guid By, DateTimeOffset At, bool StarterCategories = true);

/// <summary>An invitation was accepted. Who created the ledger is a member without it.</summary>
public sealed record MemberJoined(Guid UserId, LedgerRole Role, Guid InvitedBy, DateTimeOffset At);

public sealed record MemberRoleChanged(Guid UserId, LedgerRole From, LedgerRole To, Guid By, DateTimeOffset At);

/// <summary>
/// A member calls themselves something else. What, the user's own profile says alone: it is nobody's any more once they are erased.
/// </summary>
public sealed record MemberRenamed(Guid UserId, DateTimeOffset At);

/// <param name="By">Themselves, or the owner who removed them.</param>
public sealed record MemberLeft(Guid UserId, LedgerRole Role, Guid By, DateTimeOffset At);

public sealed record LedgerRenamed(string Name, Guid By, DateTimeOffset At);

/// <param name="From">Members are told of transactions of at least so many minor units, either way; null for none.</param>
public sealed record LargeTransactionLimitSet(long? From, Currency Currency, Guid By, DateTimeOffset At);

/// <summary>Whether the ledger is open only to members who have a second factor.</summary>
public sealed record FactorDemandSet(bool IsDemanded, Guid By, DateTimeOffset At);

/// <summary>The ledger is there for nobody any more, until it is restored or erased.</summary>
public sealed record LedgerDeleted(Guid By, DateTimeOffset At);

/// <summary>It is there again, for all who were members of it.</summary>
public sealed record LedgerRestored(Guid By, DateTimeOffset At);
