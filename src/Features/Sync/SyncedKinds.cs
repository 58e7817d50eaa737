using FluentValidation.Results;

namespace MyBudget.Features.Sync;

/// <summary>The kinds of entities that clients can hold a copy of, whichever features keep them.</summary>
internal sealed class SyncedKinds(IEnumerable<LedgerEntity> entities, IEnumerable<SyncedKind> others)
{
    public IReadOnlyList<SyncedKind> All { get; } =
        [.. entities.Select(entity => entity.Synced).Concat(others).OrderBy(kind => kind.Kind, StringComparer.Ordinal)];

    /// <param name="names">With commas between them; all kinds if null.</param>
    /// <exception cref="ValidationException">There is no such kind; answered as 400 naming <c>kinds</c>.</exception>
    public IReadOnlyList<SyncedKind> Named(string? names)
    {
        if (names is null) return All;
        var wanted = names.Split(',').ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<SyncedKind> chosen = [.. All.Where(kind => wanted.Contains(kind.Kind))];
        return chosen.Count == wanted.Count ? chosen : throw new ValidationException(
            [new ValidationFailure("kinds", "There is no such kind in a ledger.") { ErrorCode = "unknown-kind" }]);
    }
}
