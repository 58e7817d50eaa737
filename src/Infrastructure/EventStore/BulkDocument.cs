using NpgsqlTypes;

namespace MyBudget.Infrastructure.EventStore;

/// <summary>How Marten stores a type of document, for writing many with COPY; a test compares the rows with Marten's own.</summary>
/// <param name="Table">The document's table.</param>
/// <param name="StreamType">What Marten calls the streams of this aggregate.</param>
/// <param name="Columns">Its duplicated members.</param>
public sealed record BulkDocument<TDocument>(string Table, string StreamType, IReadOnlyList<BulkColumn<TDocument>> Columns);

public sealed record BulkColumn<TDocument>(string Name, NpgsqlDbType Type, Func<TDocument, object?> Read);
