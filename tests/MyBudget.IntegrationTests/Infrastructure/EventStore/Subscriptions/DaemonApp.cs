using Alba;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.EventStore.Subscriptions;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.EventStore.Subscriptions;

/// <summary>Replicas on a database of their own, whose events are seen by one test.</summary>
internal sealed class DaemonApp : IAsyncDisposable
{
    private readonly AppFixture _app;
    private readonly List<IAlbaHost> _hosts = [];

    private DaemonApp(AppFixture app, string database) => (_app, ConnectionString) = (app, database);

    public string ConnectionString { get; }

    public SeenEvents Seen { get; } = new();

    public static async Task<DaemonApp> CreateAsync(AppFixture app) => new(app, await app.CreateDatabaseAsync($"daemon{Guid.CreateVersion7():N}"));

    public async Task<IAlbaHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var host = await _app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", ConnectionString);
            web.UseSetting("Daemon:LeadershipPollInterval", "00:00:00.1");
            web.UseSetting("Daemon:FirstBackoff", "00:00:00.01");
            foreach (var (key, value) in settings) web.UseSetting(key, value);
            web.ConfigureServices(services => services.AddSingleton(Seen).AddLedgerSubscriber<TestSubscriber>());
        });
        _hosts.Add(host);
        return host;
    }

    public async Task StopAsync(IAlbaHost host)
    {
        _hosts.Remove(host);
        await host.DisposeAsync();
    }

    public static async Task<LedgerClient> CreateLedgerAsync(IAlbaHost host) =>
        await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();

    /// <summary>Commits one event in the ledger and answers its revision.</summary>
    public static async Task<long> RenameAsync(LedgerClient ledger)
    {
        var renamed = await ledger.PatchAsync(ledger.Path, new { name = $"Home {Guid.CreateVersion7()}" });
        return renamed.Body.GetProperty("revision").GetInt64();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Waits until the statement answers so, at most half a minute.</summary>
    public async Task UntilAsync<T>(string sql, T expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Equals(await ScalarAsync<T>(sql), expected)) patience.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
    }
}
