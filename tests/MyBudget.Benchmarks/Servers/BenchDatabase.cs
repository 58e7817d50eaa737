using MyBudget.Development.EmbeddedPostgres;

namespace MyBudget.Benchmarks.Servers;

/// <summary>
/// The PostgreSQL that all servers share: the embedded one with the settings it ships with, so that every commit reaches the disk,
/// or the one that MYBUDGET_DATABASE names, which is written to.
/// </summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? _server;

    private BenchDatabase(string connectionString, EmbeddedPostgresServer? server) => (ConnectionString, _server) = (connectionString, server);

    public string ConnectionString { get; }

    public static async Task<BenchDatabase> StartAsync(string directory, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(ServerEnvironment.Database) is { Length: > 0 } configured) return new BenchDatabase(configured, null);

        var server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Path.Combine(directory, "postgres") }, cancellationToken);
        return new BenchDatabase(server.ConnectionString, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
