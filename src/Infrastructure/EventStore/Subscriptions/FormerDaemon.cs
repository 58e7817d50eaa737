namespace MyBudget.Infrastructure.EventStore.Subscriptions;

/// <summary>
/// Takes over what Marten's daemon left: in releases before there was <see cref="LedgerNews"/> one replica led, and noted how far it was.
/// Such replicas leave no news of their writes, and may still run beside this one or come back, so it is looked after all the time.
/// </summary>
internal sealed partial class FormerDaemon(NpgsqlDataSource database, CommitSignal signal, TimeProvider time, ILogger<FormerDaemon> logger)
{
    /// <summary>Its progress; and how far it was when it was taken over, so that it has been at work since if the two differ.</summary>
    private const string Shard = "ledgers:All", TakenOver = "ledger_news";

    /// <summary>The advisory lock under which it led.</summary>
    private const long Leader = 1_617_506_458;

    public async Task LookAfterAsync(CancellationToken cancellationToken)
    {
        if (await HasWorkedAsync(cancellationToken)) await TakeOverAsync(cancellationToken);
    }

    private Task<bool> HasWorkedAsync(CancellationToken cancellationToken) => database.Sql(
        $"""
         select from {EventTables.Progress:raw} former where name = {Shard} and not exists (
             select from {EventTables.Progress:raw} taken where taken.name = {TakenOver} and taken.last_seq_id = former.last_seq_id)
         """).AnyAsync(cancellationToken);

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await connection.Sql($"select pg_try_advisory_xact_lock({Leader})").ScalarAsync<bool>(cancellationToken)) return;

        await connection.Sql($"set local lock_timeout = '3s'").ExecuteAsync(cancellationToken);
        // What writers of such a release have not committed yet would be below the number from which it then goes on.
        await connection.Sql($"lock table {EventTables.Events:raw} in share mode").ExecuteAsync(cancellationToken);
        var ledgers = await connection.Sql(
            $"""
             insert into {LedgerNews.Table:raw} as news (ledger_id, first_seq, last_seq, since)
             select head.ledger_id, min(seq_id), max(seq_id), {time.GetUtcNow()}
             from {EventTables.Events:raw} join {EventTables.Heads:raw} head on tenant_id = head.ledger_id::text
             where seq_id > (select last_seq_id from {EventTables.Progress:raw} where name = {Shard})
             group by head.ledger_id
             on conflict (ledger_id) do update set
                 first_seq = least(news.first_seq, excluded.first_seq), last_seq = greatest(news.last_seq, excluded.last_seq),
                 held_until = null, ticket = news.ticket + 1
             """).ExecuteAsync(cancellationToken);
        await connection.Sql(
            $"""
             insert into {EventTables.Progress:raw} (name, last_seq_id)
             select name, (select max(seq_id) from {EventTables.Events:raw}) from unnest(array[{Shard}, {TakenOver}]) as shard (name)
             on conflict (name) do update set last_seq_id = excluded.last_seq_id
             """).ExecuteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogTakenOver(ledgers);
        signal.Wake();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What an older release had not handled is taken over, in {Ledgers} ledgers")]
    private partial void LogTakenOver(int ledgers);
}
