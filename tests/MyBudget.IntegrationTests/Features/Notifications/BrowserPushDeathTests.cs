using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Operations;
using MyBudget.IntegrationTests.Infrastructure.WebPush;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>A process that dies while a push service owes it answers, and the one after it.</summary>
public sealed class BrowserPushDeathTests(AppFixture app) : IAsyncLifetime
{
    private const int Entries = 12;

    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-browsers-").FullName;
    private readonly ConcurrentQueue<string> _answered = new();
    private readonly SemaphoreSlim _taken = new(0);
    private FakePushService _service = null!;
    private string _database = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _service = await FakePushService.StartAsync();
        _database = await app.CreateDatabaseAsync($"browsers{Guid.CreateVersion7():N}");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _taken.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task nothing_is_lost_and_only_what_was_not_heard_of_comes_twice()
    {
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _service.Answer = async (message, context) =>
        {
            _taken.Release();
            // Of every other it says nothing while the first lives.
            if (_service.Messages.Count % 2 == 0) await dead.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!context.RequestAborted.IsCancellationRequested) _answered.Enqueue(message.Topic);
            return null;
        };

        await using var first = await StartAsync();
        var (ledger, browser) = await HouseholdAsync(first);
        var account = await ledger.OpenAccountAsync();
        for (var week = 0; week < Entries; week++) await ledger.RecordAsync(new { accountId = account, date = Day(week), amount = -85_00 });
        for (var taken = 0; taken < Entries / 2; taken++) await _taken.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await first.KillAsync();
        var before = _service.MessagesOf(browser).Select(message => message.Topic).ToList();
        var heard = _answered.ToList();
        dead.SetResult();
        await using var second = await StartAsync();
        await UntilAsync($"select count(*) from mt_doc_inbox_entry where user_id = '{ledger.UserId}'", Entries);
        await UntilAsync("select count(*) from outbox where channel = 'web-push'", 0);

        var all = _service.MessagesOf(browser).Select(message => message.Topic).ToList();
        var after = all[before.Count..];
        using var http = new HttpClient { BaseAddress = second.Address };
        var told = (await new ApiClient(http, ledger.UserId, ledger.Token).GetAsync("/api/v1/notifications?limit=200")).Items
            .Select(entry => entry.GetProperty("id").GetGuid().ToString("N")).ToList();
        all.Distinct().ShouldBe(told, ignoreOrder: true);
        before.ShouldBeUnique();
        after.ShouldBeUnique();
        before.Count.ShouldBeGreaterThanOrEqualTo(Entries / 2);
        // What the first heard of and had no time to note is sent again, as is what it heard nothing of; all else came once.
        after.Intersect(before).Except(heard).ShouldBe(before.Except(heard), ignoreOrder: true);
        all.Except(before).ShouldAllBe(topic => all.Count(other => other == topic) == 1);
        _service.Faults.ShouldBeEmpty();
    }

    private async Task<(LedgerClient Ledger, FakeBrowser Browser)> HouseholdAsync(RunningProgram program)
    {
        var http = new HttpClient { BaseAddress = program.Address };
        var answer = (await new ApiClient(http, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email = "ada@example.org", password = "correct horse battery", displayName = "Ada", device = "laptop" })).ShouldBe(HttpStatusCode.Created);
        var user = new ApiClient(http, answer.Body.GetProperty("user").GetProperty("id").GetGuid(), answer.Body.GetProperty("accessToken").GetString());
        var browser = await NotificationsApp.SubscribeAsync(_service, user);
        var ledger = await user.CreateLedgerAsync();
        // Every week has a level of its own to reach, so that every entry makes for one notice.
        (await ledger.PostAsync("budgets", new
        {
            name = "Weekly",
            amount = 100_00,
            currency = "EUR",
            period = "week",
            startsOn = Day(0),
            categoryIds = Array.Empty<Guid>(),
            accountIds = Array.Empty<Guid>(),
            rollover = "none",
            thresholds = new[] { 80 },
        })).ShouldBe(HttpStatusCode.Created);
        return (ledger, browser);
    }

    private Task<RunningProgram> StartAsync() => RunningProgram.StartAsync("Development", _database,
    [
        .. _service.Settings, ("MYBUDGET_DATA", _directory), ("Outbox:Lease", "00:00:15"), ("Outbox:PollInterval", "00:00:00.2"),
        ("Outbox:FirstBackoff", "00:00:00.5"), ("Daemon:Lease", "00:00:03"), ("WebPush:Timeout", "00:00:30"), ("Logging:LogLevel:Default", "Warning"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
    ]);

    private async Task UntilAsync(string sql, long expected)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! != expected) patience.Token.ThrowIfCancellationRequested();
    }

    private static string Day(int week) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
