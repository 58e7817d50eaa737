using System.Data.Common;

namespace MyBudget.Features.Ledgers;

/// <summary>Reads what planned activity is told with: events, the entities that they are about, and names.</summary>
internal sealed class ActivitySources(IQuerySession session, EventNames names, LedgerEntities entities)
{
    public async Task<IReadOnlyDictionary<long, ActivitySource>> EventsAsync(
        string tenant, IReadOnlyList<PlannedActivity> planned, CancellationToken cancellationToken)
    {
        long[] large = [.. planned.Where(item => item.Known.Text.IsLarge).Select(item => item.Number)];
        long[] all = [.. planned.Select(item => item.Number)];
        var events = await session.Sql(
            $"""
             select seq_id, stream_id, timestamp, type, case when not seq_id = any ({large}) then data::text end
             from {EventTables.Events:raw} where seq_id = any ({all}) and tenant_id = {tenant}
             """).ListAsync(Read, cancellationToken);
        return events.ToDictionary(e => e.Number);
    }

    /// <summary>As they are now; what is gone as it last was.</summary>
    public async Task<IReadOnlyDictionary<Guid, (object State, JsonElement? Json)>> EntitiesAsync(
        string tenant, IEnumerable<(LedgerEntity Entity, Guid Id)> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, (object, JsonElement?)>();
        foreach (var kind in wanted.Distinct().GroupBy(item => item.Entity, item => item.Id))
        {
            Guid[] ids = [.. kind];
            var living = await session.Sql($"select id, data from {Sql.Name(kind.Key.Table)} where tenant_id = {tenant} and id = any ({ids})")
                .ListAsync(row => (Id: row.GetGuid(0), Data: row.GetFieldValue<byte[]>(1)), cancellationToken);
            foreach (var (id, data) in living)
                found[id] = (JsonSerializer.Deserialize(data, kind.Key.StateType, StoredJson.Options)!, JsonSerializer.Deserialize<JsonElement>(data));
            await LastAsync(tenant, kind.Key, [.. ids.Except(found.Keys)], found, cancellationToken);
        }

        return found;
    }

    /// <summary>Of users their names, of accounts and categories too, and of accounts the currencies.</summary>
    public async Task<Dictionary<Guid, (string Name, Currency? Currency)>> NamesAsync(IEnumerable<Guid> users, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, (string, Currency?)>();
        var stored = new StoredFacts(session, cancellationToken);
        foreach (var account in await stored.OfAsync<AccountFacts>(AccountsTables.Accounts)) known[account.Id] = (account.Name, account.Currency);
        foreach (var category in await stored.OfAsync<CategoryFacts>(CategoriesTables.Categories)) known[category.Id] = (category.Name, null);
        foreach (var user in await session.LoadManyAsync<UserProfile>(cancellationToken, [.. users.Distinct()])) known[user.Id] = (user.DisplayName, null);
        return known;
    }

    private async Task LastAsync(
        string tenant, LedgerEntity entity, Guid[] gone, Dictionary<Guid, (object, JsonElement?)> found, CancellationToken cancellationToken)
    {
        if (gone.Length == 0) return;
        var events = await session.Sql(
            $"""
             select stream_id, type, data::text from {EventTables.Events:raw}
             where tenant_id = {tenant} and stream_id = any ({gone}) order by stream_id, version
             """)
            .ListAsync(row => (Id: row.GetGuid(0), Type: row.GetString(1), Json: row.GetString(2)), cancellationToken);
        foreach (var stream in events.GroupBy(e => e.Id))
        {
            object? state = null;
            foreach (var e in stream)
            {
                if (names.TypeOf(e.Type) is not { } type || entities.OfEvent(type) != entity) continue;
                state = entity.Fold(state, stream.Key, JsonSerializer.Deserialize(e.Json, type, StoredJson.Options)!);
                if (state is not null) found[stream.Key] = (state, null);
            }
        }
    }

    private ActivitySource Read(DbDataReader row)
    {
        var json = row.IsDBNull(4) ? null : row.GetString(4);
        return new ActivitySource(
            row.GetInt64(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2),
            json is null ? null : JsonSerializer.Deserialize(json, names.TypeOf(row.GetString(3))!, StoredJson.Options),
            json is null ? null : JsonSerializer.Deserialize<JsonElement>(json));
    }
}

/// <param name="Event">Null where it was too large to be read.</param>
/// <param name="Json">The same as it is stored.</param>
internal sealed record ActivitySource(long Number, Guid EntityId, DateTimeOffset At, object? Event, JsonElement? Json);
