using System.Data.Common;

namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Which ledgers have events that the subscribers have not seen: one row for each, left by every write in its own transaction. The row
/// goes to one replica at a time, for a while and without a lock, so that writers never wait for subscribers.
/// </summary>
internal sealed class LedgerNews(NpgsqlDataSource database, IOptions<DaemonSettings> settings, TimeProvider time)
{
    public const string Table = "ledger_news";

    private const int PageSize = 500;

    /// <summary>So many events at most, of all ledgers, are gone through for one page.</summary>
    private const long Widest = 100_000;

    /// <summary>What a write adds to its batch, after its events.</summary>
    public static Sql Of(LedgerWrite write)
    {
        // The ledger is locked while its events are numbered, so within it numbers rise with revisions.
        var (tenant, stream) = (LedgerScope.TenantOf(write.LedgerId), write.Events[0].StreamId);
        long version = write.Appended.Of(stream)!.VersionBefore + 1;
        return
            $"""
             insert into {Table:raw} (ledger_id, first_seq, last_seq, since)
             select {write.LedgerId}, seq_id, currval('mt_events_sequence'), {write.Now} from {EventTables.Events:raw}
             where tenant_id = {tenant} and stream_id = {stream} and version = {version}
             on conflict (ledger_id) do update set last_seq = excluded.last_seq
             """;
    }

    public Task<IReadOnlyList<NewsClaim>> ClaimAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.Sql(
            $"""
             update {Table:raw} set held_until = {now + settings.Value.Lease}, attempts = attempts + 1, ticket = ticket + 1
             where ledger_id = any(array(
                 select ledger_id from {Table:raw} where held_until is null or held_until <= {now}
                 order by since limit {atMost} for update skip locked))
             returning ledger_id, first_seq, last_seq, attempts, ticket
             """)
            .ListAsync(
                row => new NewsClaim(row.GetGuid(0), row.GetInt64(1), row.GetInt64(2), row.GetInt32(3), row.GetInt64(4), now),
                cancellationToken);
    }

    public async Task<NewsPage> ReadAsync(NewsClaim claim, CancellationToken cancellationToken)
    {
        var (tenant, to) = (LedgerScope.TenantOf(claim.LedgerId), Math.Min(claim.Last, claim.First + Widest));
        // By the events' numbers alone: "offset 0" keeps PostgreSQL from going through all that a large ledger ever had.
        var rows = await database.Sql(
            $"""
             select seq_id, stream_id, (headers ->> {LedgerRevision.Header})::bigint, type, data
             from (select * from {EventTables.Events:raw} where seq_id between {claim.First} and {to} order by seq_id offset 0) as news
             where tenant_id = {tenant} and type <> 'tombstone' limit {PageSize:raw}
             """).ListAsync(Read, cancellationToken);
        return new NewsPage([.. rows.Select(row => row.Event)], rows.Count == PageSize ? rows[^1].Number : to);
    }

    /// <summary>Notes that the page was handled. A claim that has run out changes nothing: its ledger is another's.</summary>
    /// <returns>Whether there is more.</returns>
    public async Task<bool> SettleAsync(NewsClaim claim, long handled, CancellationToken cancellationToken) =>
        await database.Sql($"delete from {Table:raw} where {Mine(claim)} and last_seq = {handled}").ExecuteAsync(cancellationToken) == 0
        && await database.Sql(
            $"""
             update {Table:raw} set first_seq = {handled + 1}, since = {claim.At}, held_until = null, attempts = 0 where {Mine(claim)}
             """).ExecuteAsync(cancellationToken) == 1;

    /// <summary>Leaves it to whoever comes next.</summary>
    public Task GiveBackAsync(NewsClaim claim, TimeSpan after, CancellationToken cancellationToken) =>
        database.Sql($"update {Table:raw} set held_until = {time.GetUtcNow() + after} where {Mine(claim)}").ExecuteAsync(cancellationToken);

    private static Sql Mine(NewsClaim claim) => $"ledger_id = {claim.LedgerId} and ticket = {claim.Ticket}";

    private static (long Number, StoredEvent Event) Read(DbDataReader row) =>
        (row.GetInt64(0), new StoredEvent(row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.GetFieldValue<byte[]>(4)));
}

/// <summary>A ledger's news while one replica has it.</summary>
/// <param name="First">The number of the first event that is not handled.</param>
/// <param name="Last">The number of the last one when it was claimed.</param>
/// <param name="Attempts">How often it was claimed since something of it was handled.</param>
/// <param name="Ticket">Another with each claim.</param>
internal sealed record NewsClaim(Guid LedgerId, long First, long Last, int Attempts, long Ticket, DateTimeOffset At);

/// <param name="Events">In order; there may be none.</param>
/// <param name="To">The number up to which these are all events of the ledger.</param>
internal sealed record NewsPage(IReadOnlyList<StoredEvent> Events, long To);

/// <param name="Revision">The ledger's revision that it was committed at.</param>
/// <param name="Name">What the event is stored as.</param>
/// <param name="Json">UTF-8.</param>
internal readonly record struct StoredEvent(Guid StreamId, long Revision, string Name, byte[] Json);
