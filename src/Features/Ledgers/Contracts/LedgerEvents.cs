using MyBudget.Domain;

namespace MyBudget.Features.Ledgers.Contracts;

/// <param name="Name">What its owner calls it.</param>
/// <param name="Currency">The currency in which the household thinks; accounts may have others.</param>
/// <param name="Language">The language of the categories it starts with.</param>
/// <param name="By">The user who became its owner.</param>
/// <param name="At">When.</param>
public sealed record LedgerCreated(string Name, Currency Currency, string Language, Guid By, DateTimeOffset At);

public sealed record LedgerRenamed(string Name, Guid By, DateTimeOffset At);

/// <param name="From">Members are told of transactions of at least so many minor units, either way; null for none.</param>
/// <param name="Currency">The ledger's.</param>
/// <param name="By">The user.</param>
/// <param name="At">When.</param>
public sealed record LargeTransactionLimitSet(long? From, Currency Currency, Guid By, DateTimeOffset At);
