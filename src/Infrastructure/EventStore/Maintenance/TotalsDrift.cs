namespace MyBudget.Infrastructure.EventStore.Maintenance;

/// <summary>Where a table of totals says something else than the events do.</summary>
/// <param name="Stored">Rows that the events do not give, as JSON.</param>
/// <param name="Replayed">Rows that the events give and the table lacks, as JSON.</param>
/// <param name="IsOfEntities">It is the stored entities that say something else, so that writing the table anew mends nothing.</param>
internal sealed record TotalsDrift(string Table, IReadOnlyList<string> Stored, IReadOnlyList<string> Replayed, bool IsOfEntities = false);
