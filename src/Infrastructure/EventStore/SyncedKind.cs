namespace MyBudget.Infrastructure.EventStore;

/// <summary>How clients that hold a copy of a ledger get the entities of a kind. What they get is the same for every reader and on every day.</summary>
/// <param name="Kind">The name that clients see.</param>
/// <param name="Living">
/// Of a ledger a statement with the columns <c>id</c>, <c>version</c> (bigint, grows with every change of what clients see) and <c>data</c>
/// (jsonb), one row for each entity that is not gone.
/// </param>
/// <param name="Changes">
/// Of a ledger a statement with the columns <c>entity_id</c>, <c>revision</c> and <c>deleted</c>, for what has no stream of its own and so no
/// row in the change index; those have to be few.
/// </param>
internal sealed record SyncedKind(string Kind, Func<Guid, Sql> Living, Func<Guid, Sql>? Changes = null);
