using System.Collections.Concurrent;
using Alba;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MyBudget.Features.Budgets.Contracts;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Budgets.Subscribers;

/// <summary>Two replicas on a database of their own, a clock that stands still, and all that they announce.</summary>
public sealed class AlertsApp(AppFixture app) : IAsyncLifetime
{
    private string _database = string.Empty;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

    public IAlbaHost Host { get; private set; } = null!;

    public IAlbaHost Other { get; private set; } = null!;

    internal Announcements Announced { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _database = await app.CreateDatabaseAsync($"alerts{Guid.CreateVersion7():N}");
        await StartReplicasAsync();
    }

    public async Task StartReplicasAsync()
    {
        Host = await StartAsync();
        Other = await StartAsync();
    }

    private Task<IAlbaHost> StartAsync() => app.StartHostAsync(web =>
    {
        web.UseSetting("Database:ConnectionString", _database);
        web.UseSetting("Daemon:PollInterval", "00:00:00.05");
        web.ConfigureServices(services => services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<INotificationHandler<BudgetLevelReached>>(Announced));
    });

    public async Task<LedgerClient> CreateLedgerAsync() => await (await AppFixture.SignInAsync(Host, Guid.CreateVersion7())).CreateLedgerAsync();

    /// <summary>What has been announced in the ledger once all that is committed was looked at, in order.</summary>
    internal async Task<IReadOnlyList<string>> AnnouncedAsync(LedgerClient ledger)
    {
        await UntilAsync("select not exists (select from ledger_news where ledger_id = @ledger)", ledger);
        return Announced.In(ledger.LedgerId);
    }

    internal async Task<List<(Guid BudgetId, DateOnly PeriodStart, int Level)>> PassedAsync(LedgerClient ledger)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand("select budget_id, period_start, level from budget_levels where ledger_id = $1");
        command.Parameters.AddWithValue(ledger.LedgerId);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<(Guid, DateOnly, int)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add((reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2)));
        return rows;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Other.DisposeAsync();
        await Host.DisposeAsync();
    }

    private async Task UntilAsync(string sql, LedgerClient ledger)
    {
        var database = new LedgerDatabase(_database, ledger.LedgerId);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await database.QueryAsync<bool>(sql))[0]) patience.Token.ThrowIfCancellationRequested();
    }
}

internal sealed class Announcements : INotificationHandler<BudgetLevelReached>
{
    private readonly ConcurrentQueue<BudgetLevelReached> _all = new();

    public IEnumerable<BudgetLevelReached> All => _all;

    public Task Handle(BudgetLevelReached notification, CancellationToken cancellationToken)
    {
        _all.Enqueue(notification);
        return Task.CompletedTask;
    }

    /// <summary>Each as the month of its period and its level.</summary>
    public IReadOnlyList<string> In(Guid ledgerId) =>
        [.. _all.Where(reached => reached.LedgerId == ledgerId)
            .Select(reached => $"{reached.BudgetName} {reached.PeriodStart:yyyy-MM} {(reached.Level.IsExceeded ? "exceeded" : $"{reached.Level.Percent}")}")];
}
