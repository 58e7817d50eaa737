using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MyBudget.Infrastructure.Outbox;
using MyBudget.IntegrationTests.Infrastructure.Operations;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.Outbox;

/// <summary>Replicas that share an outbox and a clock which the test turns; nobody else sends from it.</summary>
internal sealed class OutboxApp : IAsyncDisposable
{
    private readonly AppFixture _app;
    private readonly string _database;
    private readonly List<IAlbaHost> _hosts = [];

    private OutboxApp(AppFixture app, string database) => (_app, _database) = (app, database);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static async Task<OutboxApp> CreateAsync(AppFixture app) => new(app, await app.CreateDatabaseAsync($"outbox{Guid.CreateVersion7():N}"));

    public async Task<IAlbaHost> StartAsync(TestChannel? channel, LogLines? log = null)
    {
        var host = await _app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", _database);
            web.UseSetting("Outbox:PollInterval", "00:00:00.02");
            web.UseSetting("Outbox:MaxAttempts", "4");
            web.UseSetting(InternalPort.Setting.Key, InternalPort.Setting.Value);
            web.ConfigureServices(services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                if (log is not null) services.AddLogging(logging => logging.AddProvider(log));
                if (channel is not null) services.AddSingleton<IOutboxChannel>(channel);
            });
        });
        _hosts.Add(host);
        return host;
    }

    public OutboxMessage Message(string text = "1", Guid? id = null) => new(
        id ?? Guid.CreateVersion7(), TestChannel.ChannelName, UserId: null, $"\"{text}\"", DueAt: Time.GetUtcNow(), ExpiresAt: Time.GetUtcNow().AddDays(2));

    public static async Task SaveAsync(IHost host, Action<IDocumentSession> queue)
    {
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        queue(session);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>Waits until the statement answers so, at most half a minute.</summary>
    public async Task UntilAsync<T>(string sql, T expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Equals((await QueryAsync<T>(sql)).SingleOrDefault(), expected)) patience.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
    }
}
