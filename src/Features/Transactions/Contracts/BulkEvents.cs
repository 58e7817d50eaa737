using System.Text.Json.Serialization;

namespace MyBudget.Features.Transactions.Contracts;

/// <summary>One change was made to many transactions; what it did to each is in the events of that transaction, of the same write.</summary>
/// <param name="Fingerprint">Of what was asked for: by this a repeated request is known.</param>
/// <param name="Entries">Those that were changed, each with its version after it.</param>
/// <param name="Unchanged">How many were as wished already.</param>
/// <param name="Skipped">Those that the change does not fit.</param>
public sealed record BulkRevised(
    string Fingerprint, IReadOnlyList<BulkEntry> Entries, int Unchanged, IReadOnlyList<BulkSkipped> Skipped, Guid By, DateTimeOffset At);

/// <summary>A bulk change was taken back.</summary>
/// <param name="Restored">How many transactions are as they were before it.</param>
/// <param name="Skipped">Those that others have changed since, where it matters; they stay as they are.</param>
public sealed record BulkRevisionUndone(int Restored, IReadOnlyList<BulkSkipped> Skipped, Guid By, DateTimeOffset At);

/// <param name="Id">The transaction.</param>
/// <param name="Version">Of the transaction, after the change.</param>
/// <param name="ReconciledOn">The statement that it was reconciled with before.</param>
/// <param name="ReconciledSides">The same of its sides in other accounts.</param>
public sealed record BulkEntry(
    Guid Id, int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ReconciledOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ReconciledSide>? ReconciledSides = null);

/// <param name="Id">The transaction.</param>
/// <param name="Reason">The code of the rule that the change would break, such as <c>transactions.reconciled</c>.</param>
public sealed record BulkSkipped(Guid Id, string Reason);
