namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>
/// A real PostgreSQL 17 for development and tests, started with the application and stopped after it. It listens on a private
/// Unix socket only. Whatever a killed run left behind is recovered by the next start.
/// </summary>
public sealed partial class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private readonly DataDirectoryLock _lock;
    private readonly Postmaster _postmaster;
    private readonly PostgresCluster _cluster;
    private readonly PostgresSocket _socket;
    private int _disposed;

    private EmbeddedPostgresServer(
        EmbeddedPostgresOptions options, DataDirectoryLock directoryLock, Postmaster postmaster, PostgresCluster cluster) =>
        (_options, _lock, _postmaster, _cluster, _socket) =
        (options, directoryLock, postmaster, cluster, new PostgresSocket(cluster.SocketDirectory));

    /// <summary>Connects to <see cref="EmbeddedPostgresOptions.Database"/>.</summary>
    public string ConnectionString => ConnectionStringFor(_options.Database);

    /// <summary>The pid of the server's first process.</summary>
    public int ProcessId => _postmaster.Pid;

    /// <exception cref="EmbeddedPostgresMissingException">The binaries are not installed.</exception>
    /// <exception cref="EmbeddedPostgresException">The directory is in use or no cluster, or PostgreSQL refused to start.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Locate(options.BinariesDirectory);
        var dataDirectory = RealPath(options.DataDirectory);
        Directory.CreateDirectory(Path.GetDirectoryName(dataDirectory)!);
        var directoryLock = await DataDirectoryLock.AcquireAsync(dataDirectory, options.LockTimeout, cancellationToken);
        try
        {
            await StopOrphanAsync(dataDirectory, options);
            var account = await ServerAccount.ChooseAsync(dataDirectory, binaries, cancellationToken);
            var cluster = new PostgresCluster(dataDirectory, binaries, account);
            await cluster.EnsureInitializedAsync(IsDurable(options), cancellationToken);
            var postmaster = await Postmaster.StartAsync(cluster, options.Settings, cancellationToken);
            var server = new EmbeddedPostgresServer(options, directoryLock, postmaster, cluster);
            await server.PrepareAsync(cancellationToken);
            LogStarted(options.Logger, dataDirectory, postmaster.Pid);
            return server;
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Connects to another database of this server; it has to be there.</summary>
    public string ConnectionStringFor(string database) => _socket.ConnectionString(database);

    /// <summary>Creates a database if it is missing and says how to connect to it.</summary>
    public async Task<string> EnsureDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        await _socket.EnsureDatabaseAsync(database, cancellationToken);
        return ConnectionStringFor(database);
    }

    /// <summary>Stops the server and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        if (_postmaster.IsRunning)
            await _postmaster.StopAsync(_options.StopTimeout);
        _cluster.RemoveSocketDirectory();
        _lock.Dispose();
        LogStopped(_options.Logger, _cluster.DataDirectory);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _socket.EnsureDatabaseAsync(_options.Database, cancellationToken);
        }
        catch
        {
            await _postmaster.StopAsync(_options.StopTimeout);
            throw;
        }
    }

    // The lock is ours, so nobody looks after this server any more. It is restarted and not adopted: its settings and even its
    // binaries may be those of another day.
    private static async Task StopOrphanAsync(string dataDirectory, EmbeddedPostgresOptions options)
    {
        if (Postmaster.Find(dataDirectory) is not { } orphan)
            return;
        LogOrphan(options.Logger, dataDirectory, orphan.Pid);
        await orphan.StopAsync(options.StopTimeout);
    }

    private static bool IsDurable(EmbeddedPostgresOptions options) =>
        !options.Settings.TryGetValue("fsync", out var fsync) || !string.Equals(fsync, "off", StringComparison.OrdinalIgnoreCase);

    // By whatever name the directory is given, it is locked under one.
    private static string RealPath(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL runs on {DataDirectory} as process {Pid}")]
    private static partial void LogStarted(ILogger logger, string dataDirectory, int pid);

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL on {DataDirectory} is stopped")]
    private static partial void LogStopped(ILogger logger, string dataDirectory);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopping the PostgreSQL that a killed run left on {DataDirectory}, process {Pid}")]
    private static partial void LogOrphan(ILogger logger, string dataDirectory, int pid);
}
