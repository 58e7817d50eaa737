using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.Contracts;

/// <param name="Source">The import it came from; null when a person recorded it.</param>
public sealed record TransactionRecorded(Entry Entry, ImportSource? Source, Guid By, DateTimeOffset At);

/// <summary>Carries both states, so that totals and history follow from this event alone.</summary>
/// <param name="StatementOn">The day of the statement that the entry was reconciled with; null for every other change.</param>
/// <param name="StatementOf">The account of that statement; missing where all sides were reconciled at once.</param>
public sealed record TransactionRevised(
    Entry Was, Entry Now, Guid By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? StatementOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? StatementOf = null);

/// <summary>A row of a bank's file met the entry; a pending one is cleared by it.</summary>
public sealed record BankRowMatched(BankRow Row, Entry Was, Entry Now, Guid By, DateTimeOffset At);

/// <summary>The import that brought the row was undone; an entry that the row had cleared is pending again.</summary>
public sealed record BankRowUnmatched(BankRow Row, Entry Was, Entry Now, Guid By, DateTimeOffset At);

/// <param name="ImportId">The import by which the bank took the entry back; missing where a user deleted it.</param>
/// <param name="JoinedInto">The transaction that it became part of; missing where it was only deleted.</param>
public sealed record TransactionDeleted(
    Entry Was, Guid By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ImportId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? JoinedInto = null);

/// <param name="Statements">Those that sides of it were reconciled with while it was part of another; missing where it was deleted.</param>
/// <param name="Receipts">Those that it has again, which what it was part of had meanwhile; missing without any.</param>
public sealed record TransactionRestored(
    Entry Now, Guid By, DateTimeOffset At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReconciledSide>? Statements = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Receipt>? Receipts = null);

/// <param name="BankId">The bank's own id of the entry, if the file had one; unique within an account.</param>
public sealed record ImportSource(Guid ImportId, string? BankId, int Line);
