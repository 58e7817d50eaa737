namespace MyBudget.Features.Transactions.Contracts;

/// <param name="Receipt">What was attached; its bytes are stored by the same write.</param>
/// <param name="Entry">What it was attached to; that stays as it is.</param>
public sealed record ReceiptAttached(Receipt Receipt, Entry Entry, Guid By, DateTimeOffset At);

/// <summary>Its bytes are kept for a while, in which it can be brought back.</summary>
public sealed record ReceiptRemoved(Receipt Receipt, Entry Entry, Guid By, DateTimeOffset At);

/// <summary>A receipt that was removed is there again.</summary>
public sealed record ReceiptRestored(Receipt Receipt, Entry Entry, Guid By, DateTimeOffset At);
