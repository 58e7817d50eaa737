using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MyBudget.Domain;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Features.Notifications;
using MyBudget.IntegrationTests.Features.Identity;
using MyBudget.IntegrationTests.Infrastructure.Firebase;
using MyBudget.IntegrationTests.Infrastructure.WebPush;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Notifications;

[CollectionDefinition(nameof(NotificationsApp))]
public sealed class NotificationsCollection : ICollectionFixture<NotificationsApp>;

/// <summary>A replica with a database, a clock, an FCM and a push service for browsers of its own.</summary>
public sealed class NotificationsApp(AppFixture app) : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mybudget-notifications-").FullName;
    private string _database = string.Empty;

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public FakeFcm Fcm { get; private set; } = null!;

    public FakePushService PushService { get; private set; } = null!;

    public IAlbaHost Host { get; private set; } = null!;

    public Mailbox Mail { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fcm = await FakeFcm.StartAsync();
        PushService = await FakePushService.StartAsync();
        PushService.Time = Time;
        Mail = new Mailbox(_directory);
        _database = await app.CreateDatabaseAsync("notifications");
        Host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", _database);
            web.UseSetting("MYBUDGET_DATA", _directory);
            web.UseSetting("Outbox:PollInterval", "00:00:00.05");
            web.UseSetting("WebPush:Subject", "mailto:push@example.org");
            web.UseSetting("Invitations:Link", "https://budget.example.org/join#{code}");
            web.UseSetting("Invitations:JoinLink", "https://budget.example.org/ask#{code}");
            foreach (var (key, value) in Fcm.Settings.Concat(PushService.Settings)) web.UseSetting(key, value);
            web.ConfigureServices(services => services.AddSingleton<TimeProvider>(Time));
        });
    }

    /// <summary>Somebody signed in, with a profile.</summary>
    public async Task<ApiClient> SignInAsync(string locale = "en", string timeZone = "UTC", bool verified = true)
    {
        var id = Guid.CreateVersion7();
        await using var session = Host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        session.Store(new UserProfile(id, $"{id:N}@example.org", verified, "Ada", locale, timeZone, Time.GetUtcNow(), Version: 1));
        await session.SaveChangesAsync();
        return await AppFixture.SignInAsync(Host, id);
    }

    /// <summary>Announces as the rules do: in a scope of its own, and saved at once.</summary>
    internal async Task SendAsync(params Notice[] notices)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Notices>().SendAsync(notices, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<IDocumentSession>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    internal Notice Threshold(ApiClient user, int level = 80, Guid? ledgerId = null, string? key = null) => new(
        key ?? $"{Guid.CreateVersion7()}", NotificationKind.BudgetThreshold, user.UserId, ledgerId,
        new BudgetNotice(
            Guid.CreateVersion7(), "Food", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), level, 123_456, 150_000, Currency.Of("EUR")),
        Time.GetUtcNow());

    internal Notice Safety(ApiClient user) => new(
        $"{Guid.CreateVersion7()}", NotificationKind.NewSignIn, user.UserId, LedgerId: null, new SecurityNotice(Guid.CreateVersion7(), "phone"), Time.GetUtcNow());

    /// <summary>A device of the user, and its token.</summary>
    public static async Task<string> RegisterAsync(ApiClient user, string? installation = null, string? locale = null)
    {
        var token = $"token:{Guid.CreateVersion7():N}";
        var answer = await user.PutAsync($"/api/v1/devices/{installation ?? Guid.CreateVersion7().ToString("N")}", new { token, platform = "android", locale });
        answer.ShouldBe(System.Net.HttpStatusCode.OK);
        return token;
    }

    /// <summary>A browser of the user, subscribed with the key that the server offers.</summary>
    public Task<FakeBrowser> SubscribeAsync(ApiClient user, string? installation = null, string? locale = null) =>
        SubscribeAsync(PushService, user, installation, locale);

    public static async Task<FakeBrowser> SubscribeAsync(FakePushService service, ApiClient user, string? installation = null, string? locale = null)
    {
        var offer = (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;
        var browser = service.Subscribe(offer);
        var answer = await user.PutAsync(
            $"/api/v1/devices/{installation ?? Guid.CreateVersion7().ToString("N")}", new { webPush = browser.Subscription, platform = "web", locale });
        answer.ShouldBe(System.Net.HttpStatusCode.OK);
        return browser;
    }

    public async Task<IReadOnlyList<PushedMessage>> MessagesAsync(FakeBrowser browser, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var found = PushService.MessagesOf(browser);
            if (found.Count >= count) return found;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>The first push to the token, waited for.</summary>
    public Task<FcmCall> PushAsync(string token) => PushesAsync(token, 1).ContinueWith(pushes => pushes.Result[0], TaskScheduler.Default);

    public async Task<IReadOnlyList<FcmCall>> PushesAsync(string token, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var found = Fcm.Calls.Where(call => call.Token == token).ToList();
            if (found.Count >= count) return found;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Waits until everything that is committed was looked at, and what follows from it is queued.</summary>
    public async Task CaughtUpAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountAsync("select count(*) from ledger_news") > 0)
            patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Waits until nothing is left to be sent to the user before some time.</summary>
    public async Task SettledAsync(ApiClient user)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountAsync($"select count(*) from outbox where user_id = '{user.UserId}'") > 0) patience.Token.ThrowIfCancellationRequested();
    }

    public async Task UntilAsync(string sql, long count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountAsync(sql) != count) patience.Token.ThrowIfCancellationRequested();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Fcm.DisposeAsync();
        await PushService.DisposeAsync();
        Mail.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
