namespace MyBudget.Features.Sync;

/// <summary>What changed in a ledger, one page of it.</summary>
/// <param name="Items">One for each entity, by revision, then kind, then id.</param>
/// <param name="Cursor">What to pass as <c>since</c> next time, or for the next page.</param>
/// <param name="HasMore">Whether another page follows at once.</param>
internal sealed record ChangesView(IReadOnlyList<ChangedEntity> Items, string Cursor, bool HasMore);

/// <summary>An entity as it is now.</summary>
/// <param name="Kind">account, category, transaction and so on; skip what you do not know.</param>
/// <param name="Id">UUID; a member's is their user's.</param>
/// <param name="Revision">The ledger's revision at which it changed last.</param>
/// <param name="Deleted">Whether it is gone.</param>
/// <param name="Data">
/// What reading it alone answers, without what depends on the reader, on the day or on other entities: no balances, no <c>role</c> and
/// <c>revision</c> of the ledger, no <c>amount</c> of today of a budget, no <c>email</c> of a member, no rows of an import. Null where it is gone.
/// </param>
internal sealed record ChangedEntity(string Kind, Guid Id, long Revision, bool Deleted, JsonElement? Data);
