using System.Data.Common;

namespace MyBudget.Features.Sync;

/// <summary>Reads what changed in the scope's ledger: one item for each entity, in the order in which they changed last.</summary>
internal sealed class ChangeFeed(LedgerReader ledger, SyncedKinds kinds)
{
    public const int DefaultLimit = 500;
    public const int MaxLimit = 1000;

    /// <summary>Where the ledger stands; one row of one table.</summary>
    /// <exception cref="LedgerGoneException">It was deleted meanwhile.</exception>
    public async Task<SyncCursor> HeadAsync(CancellationToken cancellationToken) =>
        await ledger.Sql($"select incarnation, revision from {EventTables.Heads:raw} where ledger_id = {ledger.LedgerId}")
            .FirstOrDefaultAsync(ReadHead, cancellationToken) ?? throw new LedgerGoneException();

    /// <exception cref="ProblemException">The ledger did not give out the cursor: 410, <c>sync.cursor-gone</c>.</exception>
    public async Task EnsureKnownAsync(SyncCursor since, CancellationToken cancellationToken) =>
        EnsureKnown(since, await HeadAsync(cancellationToken));

    /// <summary>A page of the changes since a cursor, or of a first download; one snapshot of the ledger.</summary>
    /// <param name="since">Null for a first download.</param>
    /// <param name="limit">How many items it has at most.</param>
    /// <param name="only">Those of <see cref="SyncedKinds"/> that are asked for; all if null.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ProblemException">The ledger did not give out the cursor: 410, <c>sync.cursor-gone</c>.</exception>
    /// <exception cref="LedgerGoneException">It was deleted meanwhile.</exception>
    public async Task<ChangePage> ReadAsync(
        SyncCursor? since, int limit, IReadOnlyList<SyncedKind>? only, CancellationToken cancellationToken)
    {
        var (page, data) = (new SortedList<long, (LedgerChanged Entity, long Revision)>(), new Dictionary<LedgerChanged, byte[]>());
        SyncCursor? head = null;
        await foreach (var row in ledger.Sql(Statement(since, limit, only ?? kinds.All)).RowsAsync(cancellationToken))
        {
            if (row.IsDBNull(3)) head = ReadHead(row);
            else if (row.IsDBNull(2)) data.Add(new LedgerChanged(row.GetString(3), row.GetGuid(4)), row.GetFieldValue<byte[]>(5));
            else page.Add(row.GetInt64(2), (new LedgerChanged(row.GetString(3), row.GetGuid(4)), row.GetInt64(1)));
        }

        if (head is null) throw new LedgerGoneException();
        if (since is not null) EnsureKnown(since, head);
        var changes = page.Values.Take(limit).Select(one => new EntityChange(one.Entity, one.Revision, data.GetValueOrDefault(one.Entity)));
        if (page.Count <= limit) return ChangePage.Of(EntityChange.ListOf(changes), head, next: null);
        var last = page.Values[limit - 1];
        return ChangePage.Of(EntityChange.ListOf(changes), head, new SyncCursor(head.Incarnation, last.Revision, last.Entity, StartOf(since, head)));
    }

    /// <summary>
    /// One statement, and so one snapshot: where the ledger stands, what changed, one more than the page has room for, and what is there of it.
    /// These are put together here. PostgreSQL takes a page for a few rows, and would compare each with each.
    /// </summary>
    private Sql Statement(SyncCursor? since, int limit, IReadOnlyList<SyncedKind> wanted) =>
        $"""
         with page as materialized (
           select *, row_number() over (order by revision, kind, entity_id) as place from ({Changes(since, limit, wanted)}) one
           order by revision, kind, entity_id limit {limit + 1:raw})
         select incarnation, revision, null::bigint as place, null as kind, null::uuid as id, null::jsonb as data
         from {EventTables.Heads:raw} where ledger_id = {ledger.LedgerId}
         union all select null, revision, place, kind, entity_id, null from page
         union all select null, null, null, kind, id, data from ({Data(wanted)}) item
         """;

    /// <summary>
    /// What is there of the changed entities, asked by all their ids at once: PostgreSQL would look for each by another index of its ledger, and
    /// go through all of that, while it has no statistics of a table yet.
    /// </summary>
    private Sql Data(IReadOnlyList<SyncedKind> wanted)
    {
        var data = (Sql)$"";
        foreach (var kind in wanted)
        {
            if (!data.IsEmpty) data.Append($" union all ");
            data.Append(
                $"""
                 select {kind.Kind}::text as kind, id, data from ({kind.Living(ledger.LedgerId)}) living
                 where id = any (array(select entity_id from page where kind = {kind.Kind} and not deleted))
                 """);
        }

        return data;
    }

    /// <summary>As many as a page needs from the index, in its order, and those that are not in it.</summary>
    private Sql Changes(SyncCursor? since, int limit, IReadOnlyList<SyncedKind> wanted)
    {
        string[] indexed = [.. wanted.Where(kind => kind.Changes is null).Select(kind => kind.Kind)];
        Sql changes =
            $"""
             (select kind, entity_id, revision, deleted from {EventTables.Changes:raw}
             where ledger_id = {ledger.LedgerId} and kind = any ({indexed}) and {IsSince(since)}
             order by revision, kind, entity_id limit {limit + 1:raw})
             """;
        foreach (var kind in wanted.Where(kind => kind.Changes is not null))
        {
            changes.Append(
                $"""
                  union all
                 select kind, entity_id, revision, deleted
                 from (select {kind.Kind} as kind, entity_id, revision, deleted from ({kind.Changes!(ledger.LedgerId)}) known) own
                 where {IsSince(since)}
                 """);
        }

        return changes;
    }

    /// <summary>A first download has nothing to take away but what goes while it is under way.</summary>
    private static Sql IsSince(SyncCursor? since) => since switch
    {
        null => (Sql)$"not deleted",
        { Start: { } start } => $"{IsAfter(since)} and (not deleted or revision > {start})",
        _ => IsAfter(since),
    };

    private static Sql IsAfter(SyncCursor since) => since.After is { } after
        ? (Sql)$"(revision, kind, entity_id) > ({since.Revision}, {after.Kind}, {after.Id})"
        : $"revision > {since.Revision}";

    private static long? StartOf(SyncCursor? since, SyncCursor head) => since is null ? head.Revision : since.Start;

    private static SyncCursor ReadHead(DbDataReader row) => new(row.GetGuid(0), row.GetInt64(1));

    private static void EnsureKnown(SyncCursor since, SyncCursor head)
    {
        if (since.IsOf(head)) return;
        throw new ProblemException(
            StatusCodes.Status410Gone, "sync.cursor-gone",
            "The ledger was restored, or made anew, since this cursor was given out: read it from the start, and send what was not acknowledged again.");
    }
}
