using System.Data.Common;

namespace MyBudget.Features.Ledgers;

/// <summary>
/// Finds what a page of activity tells of, by names and numbers of events alone: what is in large ones is not read, and of a commit that one
/// event tells of as a whole nothing else is.
/// </summary>
internal sealed class ActivityPlan(NpgsqlDataSource database, ActivityTexts texts)
{
    /// <param name="ledgerId">The ledger.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="limit">How many there are at most.</param>
    /// <param name="kinds">Only these; null for all.</param>
    /// <param name="by">Only what this user did; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>Newest first; and where the next page begins, null where there is none.</returns>
    public async Task<(IReadOnlyList<PlannedActivity> Items, ActivityCursor? Next)> ReadAsync(
        Guid ledgerId, ActivityCursor from, int limit, IReadOnlySet<string>? kinds, Guid? by, CancellationToken cancellationToken)
    {
        var (tenant, found, place) = (LedgerScope.TenantOf(ledgerId), new List<PlannedActivity>(), from);
        while (true)
        {
            var commits = await CommitsAsync(tenant, place.Revision, limit + 1 - found.Count, kinds, by, cancellationToken);
            foreach (var commit in await GroupsAsync(tenant, commits, cancellationToken))
            {
                var items = ItemsOf(commit).Where(item => kinds is null || kinds.Contains(item.Kind)).ToList();
                var shown = commit.Key == from.Revision ? from.Shown : 0;
                foreach (var item in items.Skip(shown))
                {
                    if (found.Count == limit) return (found, new ActivityCursor(commit.Key, shown));
                    found.Add(item);
                    shown++;
                }
            }

            if (commits.Length == 0 || commits[^1] == 1) return (found, null);
            place = new ActivityCursor(commits[^1] - 1, 0);
        }
    }

    /// <summary>The next commits with something of what is asked for.</summary>
    private async Task<long[]> CommitsAsync(
        string tenant, long from, int limit, IReadOnlySet<string>? kinds, Guid? by, CancellationToken cancellationToken)
    {
        if (kinds is null && by is null) return await CommitsAsync(tenant, from, limit, cancellationToken);
        string[] names = [.. texts.Names.Where(name => kinds is null || kinds.Contains(texts.Of(name).Entity.Kind))];
        var sql = (Sql)
            $"""
             select distinct {EventsByRevision.Revision:raw} as revision from {EventTables.Events:raw}
             where tenant_id = {tenant} and {EventsByRevision.Revision:raw} <= {from} and type = any ({names})
             """;
        if (by is { } user) sql.Append($" and coalesce(data->>'by', data->>'userId') = {user.ToString("D")}");
        sql.Append($" order by revision desc limit {limit:raw}");
        return [.. await database.Sql(sql).ListAsync(row => row.GetInt64(0), cancellationToken)];
    }

    /// <summary>All there are: a ledger's revisions have no gaps.</summary>
    private async Task<long[]> CommitsAsync(string tenant, long from, int limit, CancellationToken cancellationToken)
    {
        var head = await database.Sql($"select revision from {EventTables.Heads:raw} where ledger_id = {Guid.Parse(tenant)}")
            .FirstOrDefaultAsync(row => row.GetInt64(0), cancellationToken);
        var newest = Math.Min(from, head);
        return [.. Enumerable.Range(0, (int)Math.Min(limit, newest)).Select(back => newest - back)];
    }

    private async Task<IEnumerable<IGrouping<long, Group>>> GroupsAsync(string tenant, long[] commits, CancellationToken cancellationToken)
    {
        if (commits.Length == 0) return [];
        var (whole, names) = (texts.Whole, texts.Names);
        var groups = await database.Sql(
            $"""
             select c.revision, g.type, g.events, g.numbers
             from unnest({commits}) as c (revision)
             left join lateral (
               select type, seq_id from {EventTables.Events:raw}
               where tenant_id = {tenant} and {EventsByRevision.Revision:raw} = c.revision and type = any ({whole}) limit 1) w on true
             cross join lateral (
               select w.type, 1::bigint as events, array[w.seq_id] as numbers where w.type is not null
               union all
               select type, count(*), (array_agg(seq_id order by seq_id))[1:{MostSingly:raw}] from {EventTables.Events:raw}
               where w.type is null and tenant_id = {tenant} and {EventsByRevision.Revision:raw} = c.revision and type = any ({names})
               group by type) g
             order by c.revision desc, g.numbers[1]
             """).ListAsync(Read, cancellationToken);
        return groups.GroupBy(group => group.Revision);
    }

    /// <summary>Of what is not told together, so many at most are.</summary>
    private const int MostSingly = 100;

    private IEnumerable<PlannedActivity> ItemsOf(IEnumerable<Group> commit)
    {
        foreach (var (revision, type, events, numbers) in commit)
        {
            var known = texts.Of(type);
            if (events > 1 && known.Text.Many is not null) yield return new PlannedActivity(revision, known, numbers[0], events);
            else foreach (var number in numbers) yield return new PlannedActivity(revision, known, number, 1);
        }
    }

    private static Group Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<long[]>(3));

    private sealed record Group(long Revision, string Type, long Events, long[] Numbers);
}

/// <param name="Number">Of the event, or of the first of many.</param>
/// <param name="Events">How many are told together.</param>
internal sealed record PlannedActivity(long Revision, KnownActivity Known, long Number, long Events)
{
    public string Kind => Known.Entity.Kind;
}
