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
    private readonly TimeProvider _time;
    private int _started;

    private DaemonApp(AppFixture app, string database, TimeProvider time) => (_app, ConnectionString, _time) = (app, database, time);

    public string ConnectionString { get; }

    public SeenEvents Seen { get; } = new();

    public static async Task<DaemonApp> CreateAsync(AppFixture app, TimeProvider? time = null) =>
        new(app, await app.CreateDatabaseAsync($"daemon{Guid.CreateVersion7():N}"), time ?? TimeProvider.System);

    public async Task<IAlbaHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var number = ++_started;
        var host = await _app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", ConnectionString);
            web.UseSetting("Daemon:PollInterval", "00:00:00.1");
            web.UseSetting("Daemon:FirstBackoff", "00:00:00.01");
            foreach (var (key, value) in settings) web.UseSetting(key, value);
            web.ConfigureServices(services => services.AddSingleton(_time).AddSingleton(Seen).AddSingleton(new Replica(number)).AddLedgerSubscriber<TestSubscriber>());
        });
        _hosts.Add(host);
        return host;
    }

    /// <summary>Waits until nothing that was committed is left to be handled.</summary>
    public Task CaughtUpAsync() => UntilAsync("select count(*) from ledger_news", 0L);

    public async Task StopAsync(IAlbaHost host)
    {
        _hosts.Remove(host);
        await host.DisposeAsync();
    }

    public static async Task<LedgerClient> CreateLedgerAsync(IAlbaHost host) =>
        await (await AppFixture.SignInAsync(host, Guid.CreateVersion7())).CreateLedgerAsync();

    /// <summary>The same ledger by way of that replica.</summary>
    public static LedgerClient Through(IAlbaHost host, LedgerClient ledger) =>
        new(host.Server.CreateClient(), ledger.UserId, ledger.Token, ledger.LedgerId);

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

    /// <summary>Appends as a write of the ledger would, on a connection that the test holds: an event for each revision.</summary>
    public static async Task AppendAsync(NpgsqlConnection connection, LedgerClient ledger, int revision, int count = 1)
    {
        await using var command = new NpgsqlCommand(
            """
            with written as (
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
                select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, revision, data, type, now(), tenant_id, mt_dotnet_type,
                       jsonb_build_object('revision', revision), false
                from (select * from mt_events where tenant_id = @ledger order by seq_id limit 1) as first,
                     generate_series(@revision, @revision + @count - 1) as revision
                returning seq_id)
            insert into ledger_news (ledger_id, first_seq, last_seq, since) select @ledger::uuid, min(seq_id), max(seq_id), now() from written
            on conflict (ledger_id) do update set last_seq = excluded.last_seq
            """, connection);
        command.Parameters.AddWithValue("ledger", ledger.LedgerId.ToString());
        command.Parameters.AddWithValue("revision", revision);
        command.Parameters.AddWithValue("count", count);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
    }
}
