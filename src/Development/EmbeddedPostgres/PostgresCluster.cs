namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>One data directory: makes it when it is not there, and knows what belongs to it.</summary>
internal sealed record PostgresCluster(string DataDirectory, PostgresBinaries Binaries, ServerAccount Account)
{
    // Only part of the socket's name: nothing listens on it.
    public const int Port = 5432;

    private const string Owner = "mybudget";

    private const long RotateAbove = 8 * 1024 * 1024;

    // The kernel holds a socket's path to 107 bytes, "/.s.PGSQL.5432.lock" included.
    private const int LongestSocketDirectory = 107 - 19;

    /// <summary>The way in. Both places can be entered by the server's account alone (and root), which is why no password is asked.</summary>
    public string SocketDirectory { get; } = Encoding.UTF8.GetByteCount(DataDirectory) <= LongestSocketDirectory
        ? DataDirectory
        : Path.Combine("/tmp", "mybudget-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DataDirectory)))[..24]);

    public string SocketLock => Path.Combine(SocketDirectory, $".s.PGSQL.{Port}.lock");

    public string PidFile => Path.Combine(DataDirectory, "postmaster.pid");

    /// <summary>The server's own log, where its account may write.</summary>
    public string Log => Path.Combine(DataDirectory, "server.log");

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketDirectory,
        Port = Port,
        Username = Owner,
        Database = database,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    /// <summary>Runs initdb beside the data directory and renames the result, so that a kill leaves no half-made cluster.</summary>
    public async Task EnsureInitializedAsync(bool durable, CancellationToken cancellationToken)
    {
        RemoveUnfinished();
        if (File.Exists(Path.Combine(DataDirectory, "PG_VERSION")))
            return;
        if (Directory.Exists(DataDirectory) && Directory.EnumerateFileSystemEntries(DataDirectory).Any())
        {
            throw new EmbeddedPostgresException(
                $"{DataDirectory} is not empty and holds no PostgreSQL cluster. Choose another directory, or empty this one.");
        }

        var unfinished = UnfinishedPrefix + Path.GetRandomFileName();
        await Account.CreatePrivateDirectoryAsync(unfinished, cancellationToken);
        await ServerProcess.ExpectAsync(Account.Run(InitDb(unfinished, durable)), cancellationToken);
        if (Directory.Exists(DataDirectory))
            Directory.Delete(DataDirectory);
        Directory.Move(unfinished, DataDirectory);
    }

    public async Task CreateSocketDirectoryAsync(CancellationToken cancellationToken)
    {
        if (!HoldsItsSocket)
            await Account.CreatePrivateDirectoryAsync(SocketDirectory, cancellationToken);
    }

    /// <summary>One earlier file is kept, so that it does not grow without end.</summary>
    public void RotateLog()
    {
        if (File.Exists(Log) && new FileInfo(Log).Length > RotateAbove) File.Move(Log, Log + ".1", overwrite: true);
    }

    public void RemoveSocketDirectory()
    {
        if (!HoldsItsSocket && Directory.Exists(SocketDirectory))
            Directory.Delete(SocketDirectory, recursive: true);
    }

    private bool HoldsItsSocket => string.Equals(SocketDirectory, DataDirectory, StringComparison.Ordinal);

    private string UnfinishedPrefix => DataDirectory + ".initdb-";

    // The built-in provider sorts and folds the same on every machine, whatever locales are installed; only the classes of
    // characters that text search asks for come from libc, and C.UTF-8 is part of libc itself.
    private IEnumerable<string> InitDb(string directory, bool durable) =>
    [
        Binaries.InitDb, "--pgdata", directory, "--username", Owner, "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8",
        "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--lc-ctype=C.UTF-8",
        durable ? "--data-checksums" : "--no-sync",
    ];

    private void RemoveUnfinished()
    {
        var parent = Path.GetDirectoryName(DataDirectory)!;
        foreach (var unfinished in Directory.EnumerateDirectories(parent, Path.GetFileName(UnfinishedPrefix) + "*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // An initdb whose parent was killed may still write there; the next start finds it finished.
            }
        }
    }
}
