using System.Net;
using System.Security.Cryptography;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MyBudget.Infrastructure.WebPush;
using Npgsql;

namespace MyBudget.IntegrationTests.Infrastructure.WebPush;

/// <summary>How replicas come to a key, and go over to another.</summary>
public sealed class VapidKeyTests(AppFixture app) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private FakePushService _service = null!;
    private string _database = string.Empty;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await FakePushService.StartAsync();
        _service.Time = _time;
        _database = await app.CreateDatabaseAsync($"vapid{Guid.CreateVersion7():N}");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task replicas_that_start_at_once_agree_on_one_that_no_log_has()
    {
        var lines = new LogLines();
        await using var first = await StartAsync(lines);
        await using var second = await StartAsync(lines);
        await using var third = await StartAsync(lines);

        var offered = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => OfferedAsync(n % 3 == 0 ? first : n % 3 == 1 ? second : third)));

        offered.Distinct().ShouldHaveSingleItem();
        (await ScalarAsync<long>("select count(*) from vapid_keys")).ShouldBe(1);
        (await OfferedAsync(await StartAsync(lines))).ShouldBe(offered[0]);
        var secret = await ScalarAsync<byte[]>("select private_key from vapid_keys");
        var pieces = new[] { Convert.ToBase64String(secret)[30..60], Convert.ToHexString(secret)[80..120], "PRIVATE KEY" };
        lines.All.ShouldNotBeEmpty();
        lines.All.ShouldAllBe(line => !pieces.Any(piece => line.Contains(piece, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task another_is_for_new_subscriptions_and_the_old_ones_go_on_until_they_are_renewed()
    {
        await using var host = await StartAsync();
        await using var other = await StartAsync();
        var (user, former) = (await UserAsync(host), await OfferedAsync(other));
        var old = await Features.Notifications.NotificationsApp.SubscribeAsync(_service, user, "laptop");

        await using var said = new StringWriter();
        (await RenewPushKeyCommand.RunAsync(host.Services, said, Cancellation)).ShouldBeTrue();
        var renewed = await OfferedAsync(host);
        said.ToString().Trim().ShouldBe($"browsers are offered {renewed}");
        (await OfferedAsync(other)).ShouldBe(former);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await OfferedAsync(other)).ShouldBe(renewed);
        renewed.ShouldNotBe(former);

        // On the replica that knew only the former.
        var second = await Features.Notifications.NotificationsApp.SubscribeAsync(_service, user, "tablet");
        (old.VapidKey, second.VapidKey).ShouldBe((former, renewed));
        (await SendAsync(other, old)).ShouldBeOfType<WebPushOutcome.Sent>();
        (await SendAsync(other, second)).ShouldBeOfType<WebPushOutcome.Sent>();

        _time.Advance(TimeSpan.FromHours(20));
        await host.SweepAsync();
        (await ScalarAsync<long>("select count(*) from vapid_keys")).ShouldBe(2);
        user = await AppFixture.SignInAsync(host, user.UserId);
        await Features.Notifications.NotificationsApp.SubscribeAsync(_service, user, "laptop");
        await host.SweepAsync();
        (await ScalarAsync<long>("select count(*) from vapid_keys")).ShouldBe(2);
        _time.Advance(TimeSpan.FromHours(5));
        await host.SweepAsync();
        (await ScalarAsync<string>("select public_key from vapid_keys")).ShouldBe(renewed);
        await using var later = await StartAsync();
        (await SendAsync(later, old)).ShouldBeOfType<WebPushOutcome.Gone>();
    }

    [Fact]
    public async Task those_of_the_configuration_win_and_those_before_them_are_served()
    {
        await using var before = await StartAsync();
        var user = await UserAsync(before);
        var made = await Features.Notifications.NotificationsApp.SubscribeAsync(_service, user, "one");
        var (first, second) = (NewKey(), NewKey());
        await using var configured = await StartAsync(null, ("WebPush:Keys:0", first));
        var subscribed = await Features.Notifications.NotificationsApp.SubscribeAsync(_service, await UserAsync(configured), "two");
        subscribed.VapidKey.ShouldBe(VapidKey.FromPem(first).PublicKey);

        await using var rotated = await StartAsync(null, ("WebPush:Keys:0", second), ("WebPush:Keys:1", first));

        (await OfferedAsync(rotated)).ShouldBe(VapidKey.FromPem(second).PublicKey);
        (await SendAsync(rotated, subscribed)).ShouldBeOfType<WebPushOutcome.Sent>();
        (await SendAsync(rotated, made)).ShouldBeOfType<WebPushOutcome.Sent>();
        await using var said = new StringWriter();
        (await RenewPushKeyCommand.RunAsync(rotated.Services, said, Cancellation)).ShouldBeFalse();
        said.ToString().ShouldContain("WebPush:Keys");
        _service.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task what_was_offered_is_offered_while_the_database_is_away()
    {
        await using var host = await StartAsync();
        var offered = await OfferedAsync(host);
        await using var database = NpgsqlDataSource.Create(_database);
        await using var rename = database.CreateCommand("alter table vapid_keys rename to away");
        await rename.ExecuteNonQueryAsync(Cancellation);
        _time.Advance(TimeSpan.FromMinutes(2));

        (await OfferedAsync(host)).ShouldBe(offered);
    }

    private Task<IAlbaHost> StartAsync(LogLines? lines = null, params (string Key, string? Value)[] settings) => app.StartHostAsync(web =>
    {
        web.UseSetting("Database:ConnectionString", _database);
        web.UseSetting("Daemon:Enabled", "false");
        foreach (var (key, value) in _service.Settings.Concat(settings)) web.UseSetting(key, value);
        web.ConfigureServices(services => services.AddSingleton<TimeProvider>(_time));
        if (lines is not null) web.ConfigureLogging(logging => logging.AddProvider(lines).SetMinimumLevel(LogLevel.Debug));
    });

    private static Task<ApiClient> UserAsync(IAlbaHost host) => AppFixture.SignInAsync(host, Guid.CreateVersion7());

    private static async Task<string> OfferedAsync(IAlbaHost host) =>
        (await new ApiClient(host.Server.CreateClient(), Guid.Empty, null).GetAsync("/api/v1/client-config")).ShouldBe(HttpStatusCode.OK)
        .Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;

    /// <summary>With the subscription as it is known to the browser, whatever became of the device.</summary>
    private static Task<WebPushOutcome> SendAsync(IAlbaHost host, FakeBrowser browser)
    {
        var given = System.Text.Json.JsonSerializer.SerializeToElement(browser.Subscription);
        var keys = given.GetProperty("keys");
        var to = new WebPushSubscription(browser.Endpoint, keys.GetProperty("p256dh").GetString()!, keys.GetProperty("auth").GetString()!, browser.VapidKey);
        return host.Services.GetRequiredService<WebPushClient>().SendAsync(
            to, new WebPushMessage("{}"u8.ToArray(), "t", IsUrgent: false, TimeSpan.FromMinutes(1)), Cancellation);
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var database = NpgsqlDataSource.Create(_database);
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
