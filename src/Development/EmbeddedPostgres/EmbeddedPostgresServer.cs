namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>
/// A real PostgreSQL 17 for development and tests, started with the application and stopped after it. It listens on a private
/// Unix socket only. Whatever a killed run left behind is recovered by the next start.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private const string Database = "mybudget";

    private readonly IDisposable _lock;
    private readonly PostgresCluster _cluster;
    private int _disposed;

    private EmbeddedPostgresServer(IDisposable directoryLock, PostgresCluster cluster, int processId) =>
        (_lock, _cluster, ProcessId) = (directoryLock, cluster, processId);

    public string ConnectionString => _cluster.ConnectionString(Database);

    /// <summary>The pid of the server's first process.</summary>
    public int ProcessId { get; }

    /// <exception cref="EmbeddedPostgresException">
    /// The binaries are not installed, the directory is in use or no cluster, or PostgreSQL refused to start.
    /// </exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Locate(options.BinariesDirectory);
        var dataDirectory = RealPath(options.DataDirectory);
        Directory.CreateDirectory(Path.GetDirectoryName(dataDirectory)!);
        var directoryLock = await DataDirectoryLock.AcquireAsync(dataDirectory, options.LockTimeout, cancellationToken);
        try
        {
            var account = await ServerAccount.ChooseAsync(dataDirectory, binaries, cancellationToken);
            var cluster = new PostgresCluster(dataDirectory, binaries, account);
            var processId = await ServeAsync(cluster, options.Settings, cancellationToken);
            return new EmbeddedPostgresServer(directoryLock, cluster, processId);
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Creates a database if it is missing and says how to connect to it.</summary>
    public async Task<string> EnsureDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        await EnsureDatabaseAsync(_cluster, database, cancellationToken);
        return _cluster.ConnectionString(database);
    }

    /// <summary>Stops the server and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await PostgresControl.StopAsync(_cluster);
        _lock.Dispose();
    }

    private static async Task<int> ServeAsync(
        PostgresCluster cluster, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        // The lock is ours, so nobody looks after a server that runs here. It is restarted and not adopted: its settings and even its
        // binaries may be those of another day.
        await PostgresControl.StopAsync(cluster);
        try
        {
            await cluster.EnsureInitializedAsync(IsDurable(settings), cancellationToken);
            var processId = await PostgresControl.StartAsync(cluster, settings, cancellationToken);
            await EnsureDatabaseAsync(cluster, Database, cancellationToken);
            return processId;
        }
        catch
        {
            await PostgresControl.StopAsync(cluster);
            throw;
        }
    }

    private static async Task EnsureDatabaseAsync(PostgresCluster cluster, string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        if (!await connection.Sql($"select from pg_database where datname = {database}").AnyAsync(cancellationToken))
            await connection.Sql($"create database {Sql.Name(database)}").ExecuteAsync(cancellationToken);
    }

    private static bool IsDurable(IReadOnlyDictionary<string, string> settings) =>
        !settings.TryGetValue("fsync", out var fsync) || !string.Equals(fsync, "off", StringComparison.OrdinalIgnoreCase);

    // By whatever name the directory is given, it is locked under one.
    private static string RealPath(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (Directory.Exists(full) && Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target) full = target.FullName;
        return Path.GetDirectoryName(full) is { } parent ? Path.Combine(RealPath(parent), Path.GetFileName(full)) : full;
    }
}
