using MyBudget.Development.EmbeddedPostgres;
using Npgsql;

namespace MyBudget.Benchmarks.Servers;

/// <summary>
/// An embedded PostgreSQL with the settings it ships with, so that every commit reaches the disk. Product and floor have one each:
/// what its processes compute, its log and its tables are then due to one of the two.
/// </summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string Wal = "select (pg_current_wal_insert_lsn() - '0/0')::bigint";

    private const string Tables =
        """
        select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\_%'
        """;

    private const string Handled =
        """
        select not exists (select from ledger_news)
          and not exists (select from outbox where channel = 'push' and parked_at is null and due_at <= now())
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly EmbeddedPostgresServer _server;
    private readonly NpgsqlDataSource _source;

    private BenchDatabase(EmbeddedPostgresServer server)
    {
        _server = server;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 1 });
    }

    public string ConnectionString => _server.ConnectionString;

    /// <summary>Of the postmaster, of the backends of all connections, and of what PostgreSQL does beside: checkpoints, its log, autovacuum.</summary>
    public TimeSpan CpuTime => ProcessorTime.WithChildren(_server.ProcessId);

    public static async Task<BenchDatabase> StartAsync(string directory, CancellationToken cancellationToken) =>
        new(await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = directory }, cancellationToken));

    public Task<long> WalBytesAsync(CancellationToken cancellationToken) => AskAsync<long>(Wal, cancellationToken);

    /// <summary>All tables with their indexes.</summary>
    public Task<long> TableBytesAsync(CancellationToken cancellationToken) => AskAsync<long>(Tables, cancellationToken);

    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand("vacuum analyze");
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits until the product has done what follows from its commits: subscribers have handled all events, and pushes are sent.</summary>
    public async Task WaitForReactionsAsync(CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await AskAsync<bool>(Handled, cancellationToken))
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience) throw new TimeoutException("The product does not get done with what follows from its commits.");
            // Asked without a pause, the question itself would be what the processor does.
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
