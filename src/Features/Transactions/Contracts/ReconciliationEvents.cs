namespace MyBudget.Features.Transactions.Contracts;

/// <summary>An account agreed with a statement; the entries became reconciled in the same write.</summary>
/// <param name="On">The day of the statement.</param>
/// <param name="Balance">What both have at the end of that day, in minor units.</param>
/// <param name="Number">Counts the account's reconciliations that stand, from 1.</param>
/// <param name="EntryIds">Those that became reconciled; none where all were before.</param>
public sealed record AccountReconciled(
    Guid AccountId, DateOnly On, long Balance, int Number, IReadOnlyList<Guid> EntryIds, Guid By, DateTimeOffset At);

/// <summary>It does not stand any more: its entries are cleared again, but for those that were changed since.</summary>
public sealed record ReconciliationUndone(Guid AccountId, Guid By, DateTimeOffset At);
