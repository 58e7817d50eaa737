using MyBudget.Development.EmbeddedPostgres;
using Npgsql;

namespace MyBudget.IntegrationTests.Development;

/// <summary>What the tests of the embedded PostgreSQL do: start servers below a directory of their own and talk to them.</summary>
public abstract class EmbeddedPostgresScenario(EmptyCluster empty) : IClassFixture<EmptyCluster>, IDisposable
{
    protected EmptyCluster Empty { get; } = empty;

    // Closed to every other user, as a home directory is: the server's account has to get through all the same.
    protected string Root { get; } = Directory.CreateTempSubdirectory("mybudget-test-").FullName;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected EmbeddedPostgresOptions Options(string name) =>
        new() { DataDirectory = Path.Combine(Root, name), Settings = EmptyCluster.Settings, LockTimeout = TimeSpan.Zero };

    protected async Task<EmbeddedPostgresServer> StartAsync(string name)
    {
        var options = Options(name);
        await Empty.CopyToAsync(options.DataDirectory, Cancellation);
        return await EmbeddedPostgresServer.StartAsync(options, Cancellation);
    }

    /// <summary>Of what only waits to be reaped the command line is empty.</summary>
    protected static bool IsServer(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Contains("postgres", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    protected static async Task<string> ScalarAsync(EmbeddedPostgresServer server, string sql)
    {
        await using var connection = await OpenAsync(server);
        await using var command = new NpgsqlCommand(sql, connection);
        return $"{await command.ExecuteScalarAsync(Cancellation)}";
    }

    protected static async Task ExecuteAsync(EmbeddedPostgresServer server, string sql)
    {
        await using var connection = await OpenAsync(server);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    protected static async Task<NpgsqlConnection> OpenAsync(EmbeddedPostgresServer server)
    {
        var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
