namespace MyBudget.Features.Ledgers.Contracts;

/// <param name="Name">What its owner calls it.</param>
/// <param name="Currency">The currency in which the household thinks; accounts may have others.</param>
/// <param name="Language">The language of the categories it starts with.</param>
/// <param name="By">The user who became its owner.</param>
/// <param name="At">When.</param>
public sealed record LedgerCreated(string Name, Currency Currency, string Language, Guid By, DateTimeOffset At);

/// <summary>An invitation was accepted. Who created the ledger is a member without it.</summary>
/// <param name="UserId">The new member.</param>
/// <param name="Role">What they may do.</param>
/// <param name="InvitedBy">Who invited them.</param>
/// <param name="At">When.</param>
public sealed record MemberJoined(Guid UserId, LedgerRole Role, Guid InvitedBy, DateTimeOffset At);

/// <param name="UserId">The member.</param>
/// <param name="From">The role they had.</param>
/// <param name="To">The role they have.</param>
/// <param name="By">The owner who decided.</param>
/// <param name="At">When.</param>
public sealed record MemberRoleChanged(Guid UserId, LedgerRole From, LedgerRole To, Guid By, DateTimeOffset At);

/// <param name="UserId">Who is no longer a member.</param>
/// <param name="Role">The role they had.</param>
/// <param name="By">Themselves, or the owner who removed them.</param>
/// <param name="At">When.</param>
public sealed record MemberLeft(Guid UserId, LedgerRole Role, Guid By, DateTimeOffset At);

public sealed record LedgerRenamed(string Name, Guid By, DateTimeOffset At);

/// <param name="From">Members are told of transactions of at least so many minor units, either way; null for none.</param>
/// <param name="Currency">The ledger's.</param>
/// <param name="By">The user.</param>
/// <param name="At">When.</param>
public sealed record LargeTransactionLimitSet(long? From, Currency Currency, Guid By, DateTimeOffset At);
