namespace MyBudget.Features.Transactions.Contracts;

/// <param name="Source">The import it came from; null when a person recorded it.</param>
public sealed record TransactionRecorded(Entry Entry, ImportSource? Source, Guid By, DateTimeOffset At);

/// <summary>Carries both states, so that totals and history follow from this event alone.</summary>
public sealed record TransactionRevised(Entry Was, Entry Now, Guid By, DateTimeOffset At);

public sealed record TransactionDeleted(Entry Was, Guid By, DateTimeOffset At);

public sealed record TransactionRestored(Entry Now, Guid By, DateTimeOffset At);

/// <param name="BankId">The bank's own id of the entry, if the file had one; unique within an account.</param>
public sealed record ImportSource(Guid ImportId, string? BankId, int Line);
