using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Alba;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyBudget.Infrastructure.Firebase.Analytics;
using MyBudget.IntegrationTests.Features.Imports;
using MyBudget.IntegrationTests.Infrastructure;
using MyBudget.IntegrationTests.Infrastructure.Operations;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Analytics;

/// <summary>A server of its own with analytics on, and the Google it tells.</summary>
public sealed class AnalyticsTests(AppFixture app) : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private AnalyticsPeer _google = null!;
    private string _database = string.Empty;
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _google = await AnalyticsPeer.StartAsync();
        _database = await app.CreateDatabaseAsync($"analytics{Guid.CreateVersion7():N}");
        _host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", _database);
            web.UseSetting("Daemon:PollInterval", "00:00:00.05");
            web.UseSetting("Outbox:PollInterval", "00:00:00.02");
            web.UseSetting("Outbox:FirstBackoff", "00:00:00.01");
            web.UseSetting("Logging:LogLevel:Default", "Trace");
            foreach (var (key, value) in _google.Settings) web.UseSetting(key, value);
            web.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(_log));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _google.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task tells_of_sign_ups_first_imports_and_exceeded_budgets_and_of_nobody()
    {
        var (email, user) = await RegisterAsync();
        await EventsAsync("sign_up", 1);

        var ledger = await user.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        (await ledger.ImportAsync(BankFixtures.Csv, account)).ShouldBe(HttpStatusCode.Created);
        (await ledger.ImportAsync(BankFixtures.Coffees, account)).ShouldBe(HttpStatusCode.Created);
        await EventsAsync("first_import", 1);

        var today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await ledger.PostAsync("budgets", new { name = "Tea for Ada", amount = 1000, currency = "EUR", period = "year", startsOn = today }))
            .ShouldBe(HttpStatusCode.Created);
        await ledger.RecordAsync(new { accountId = account, date = today, amount = -123_456, payee = "Zebra Ltd" });
        await EventsAsync("budget_exceeded", 1);

        await ImportAsync(user);
        await ImportAsync((await RegisterAsync()).User);
        await EventsAsync("first_import", 2);

        _google.Faults.ShouldBeEmpty();
        _google.Events.Select(happened => happened.GetProperty("name").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["budget_exceeded", "first_import", "first_import", "sign_up", "sign_up"]);
        _google.Requests.Select(request => request.GetProperty("app_instance_id").GetString()).Distinct().Count().ShouldBe(1);
        var sent = string.Concat(_google.Requests.Select(request => request.GetRawText()));
        string[] personal =
            [email, email.Split('@')[0], "Ada", "Tea", "Zebra", "123456", $"{ledger.LedgerId}", $"{ledger.LedgerId:N}", $"{account}", .. await UserIdsAsync()];
        personal.Where(word => sent.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task sends_what_waits_together_in_requests_of_at_most_25()
    {
        await NoteAsync(60);

        await EventsAsync("sign_up", 60);
        _google.Faults.ShouldBeEmpty();
        _google.Requests.Count.ShouldBeLessThan(60);
        (await CountAsync("select count(*) from outbox where channel = 'analytics' and last_failure is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task tries_again_and_then_lets_go_without_keeping_anything_or_anybody_waiting()
    {
        _google.Status = StatusCodes.Status503ServiceUnavailable;
        await RegisterAsync();
        await UntilAsync(async () => _google.Count >= 2);
        _google.Status = StatusCodes.Status204NoContent;
        await EventsAsync("sign_up", 1);

        _google.Status = StatusCodes.Status500InternalServerError;
        var before = _google.Count;
        await RegisterAsync();
        await UntilAsync(async () => await CountAsync("select count(*) from outbox where channel = 'analytics'") == 0);
        (_google.Count - before).ShouldBe(5);
        _google.Events.Count().ShouldBe(1);
    }

    [Fact]
    public async Task never_writes_its_secret_into_logs_or_traces()
    {
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            // The Google of this test runs in this process too.
            ShouldListenTo = source => source.Name != "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName))),
        };
        ActivitySource.AddActivityListener(listener);

        var address = _google.Address;
        await NoteAsync(1);
        await EventsAsync("sign_up", 1);
        _google.Status = StatusCodes.Status503ServiceUnavailable;
        await NoteAsync(1);
        await UntilAsync(async () => await CountAsync("select count(*) from outbox where channel = 'analytics'") == 0);
        await _google.DisposeAsync();
        await NoteAsync(1);
        await UntilAsync(async () => await CountAsync("select count(*) from outbox where channel = 'analytics'") == 0);

        // What any other client would have shown, of an address that hides nothing.
        using var plain = _host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("plain");
        await Should.ThrowAsync<HttpRequestException>(() => plain.GetAsync(new Uri($"{address}/in-the-open"), TestContext.Current.CancellationToken));
        _log.All.ShouldContain(line => line.Contains("/in-the-open", StringComparison.Ordinal));
        tags.ShouldContain(line => line.Contains("/in-the-open", StringComparison.Ordinal));

        string[] forms = [AnalyticsPeer.Secret, Uri.EscapeDataString(AnalyticsPeer.Secret), "hush"];
        _log.All.Concat(tags).Where(line => forms.Any(form => line.Contains(form, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task is_off_until_somebody_switches_it_on_and_knows_then_who_is_not_new()
    {
        var database = await app.CreateDatabaseAsync($"analytics{Guid.CreateVersion7():N}");
        (string, string?)[] own = [("Database:ConnectionString", database), ("Outbox:PollInterval", "00:00:00.02"), ("Daemon:PollInterval", "00:00:00.05")];
        ApiClient user;
        await using (var off = await StartAsync(own))
        {
            (_, user) = await RegisterAsync(off);
            await ImportAsync(user);
            await UntilAsync(async () => (await QueryAsync<long>("select count(*) from first_imports", database)).Single() == 1);
            (await QueryAsync<long>("select count(*) from outbox where channel = 'analytics'", database)).ShouldBe([0]);
        }

        await using var on = await StartAsync([.. own, .. _google.Settings]);
        await ImportAsync(new ApiClient(on.Server.CreateClient(), user.UserId, user.Token));
        await ImportAsync((await RegisterAsync(on)).User);
        await EventsAsync("first_import", 1);
        await UntilAsync(async () => (await QueryAsync<long>("select count(*) from first_imports", database)).Single() == 2);
        _google.Events.Select(happened => happened.GetProperty("name").GetString()).Order(StringComparer.Ordinal).ShouldBe(["first_import", "sign_up"]);
    }

    [Theory]
    [InlineData("Analytics:FirebaseAppId", "1:2:android:3")]
    [InlineData("Analytics:ApiSecret", "hush")]
    [InlineData("Analytics:InstanceId", "0123")]
    public async Task half_a_configuration_keeps_the_server_from_starting(string setting, string value)
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", app.ConnectionString, [(setting, value)]);

        code.ShouldBe(1);
        errors.ShouldContain("Analytics:");
        errors.ShouldNotContain("hush");
    }

    private Task<IAlbaHost> StartAsync(IEnumerable<(string Key, string? Value)> settings) => app.StartHostAsync(web =>
    {
        foreach (var (key, value) in settings) web.UseSetting(key, value);
    });

    private static async Task ImportAsync(ApiClient user)
    {
        var ledger = await user.CreateLedgerAsync();
        (await ledger.ImportAsync(BankFixtures.Csv, await ledger.OpenAccountAsync())).ShouldBe(HttpStatusCode.Created);
    }

    private async Task<(string Email, ApiClient User)> RegisterAsync(IAlbaHost? host = null)
    {
        var (client, email) = ((host ?? _host).Server.CreateClient(), $"ada.{Guid.CreateVersion7():N}@example.org");
        var answer = await new ApiClient(client, Guid.Empty, null).PostAsync(
            "/api/v1/auth/register", new { email, password = "correct horse battery", displayName = "Ada" });
        answer.ShouldBe(HttpStatusCode.Created);
        return (email, new ApiClient(client, answer.Body.GetProperty("user").GetProperty("id").GetGuid(), answer.Body.GetProperty("accessToken").GetString()));
    }

    private async Task NoteAsync(int count)
    {
        await using var session = _host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        for (var i = 0; i < count; i++)
            _host.Services.GetRequiredService<AnalyticsSink>().Note(session, "sign_up", _host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Task EventsAsync(string name, int count) =>
        UntilAsync(() => Task.FromResult(_google.Events.Count(happened => happened.GetProperty("name").GetString() == name) == count));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<long> CountAsync(string sql) => (await QueryAsync<long>(sql)).Single();

    private async Task<IEnumerable<string>> UserIdsAsync() =>
        (await QueryAsync<Guid>("select id from mt_doc_user_profile")).SelectMany(id => new[] { $"{id}", $"{id:N}" });

    private async Task<List<T>> QueryAsync<T>(string sql, string? database = null)
    {
        await using var source = NpgsqlDataSource.Create(database ?? _database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }
}
