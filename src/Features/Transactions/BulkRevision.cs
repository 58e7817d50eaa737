namespace MyBudget.Features.Transactions;

/// <summary>One change of many transactions, which can be undone as one. Which they are only its first event holds: they can be many.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Changed">How many transactions were changed.</param>
/// <param name="Unchanged">How many were as wished already.</param>
/// <param name="Skipped">Those that the change does not fit.</param>
/// <param name="CreatedBy">The user.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UndoneBy">The user who undid it.</param>
/// <param name="UndoneAt">UTC; null while it stands.</param>
/// <param name="Restored">Of an undone one: how many transactions are as they were before.</param>
/// <param name="NotRestored">Of an undone one: those that were changed since, and stay as they are.</param>
/// <param name="Version">Grows with every change; see <c>ETag</c>.</param>
public sealed record BulkRevision(
    Guid Id, int Changed, int Unchanged, IReadOnlyList<BulkSkipped> Skipped, Guid CreatedBy, DateTimeOffset CreatedAt,
    Guid? UndoneBy, DateTimeOffset? UndoneAt, int? Restored, IReadOnlyList<BulkSkipped>? NotRestored, int Version)
    : ILedgerState<BulkRevision>
{
    /// <summary>What the change index and clients call it.</summary>
    internal const string Kind = "revision";

    /// <summary>As many as one request changes.</summary>
    internal const int Most = 5000;

    public static BulkRevision? Fold(BulkRevision? state, Guid id, object e) => e switch
    {
        BulkRevised revised => Of(id, revised),
        BulkRevisionUndone undone => state! with
        {
            UndoneBy = undone.By,
            UndoneAt = undone.At,
            Restored = undone.Restored,
            NotRestored = undone.Skipped,
            Version = state.Version + 1,
        },
        _ => state,
    };

    internal static BulkRevision Of(Guid id, BulkRevised e) => new(
        id, e.Entries.Count, e.Unchanged, e.Skipped, e.By, e.At, UndoneBy: null, UndoneAt: null, Restored: null, NotRestored: null, Version: 1);
}
