using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Identity.Contracts;
using MyBudget.Features.Notifications;
using MyBudget.IntegrationTests.Infrastructure.Firebase;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>A server whose operator has switched off pushes, and the FCM that must not hear of any.</summary>
public sealed class PushSwitchTests(AppFixture app)
{
    [Fact]
    public async Task pushes_that_are_switched_off_are_not_sent_and_the_inbox_is_filled()
    {
        await using var fcm = await FakeFcm.StartAsync();
        var database = await app.CreateDatabaseAsync($"pushes{Guid.CreateVersion7():N}");
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Database:ConnectionString", database);
            web.UseSetting("Outbox:PollInterval", "00:00:00.05");
            web.UseSetting("Features:Push", "false");
            foreach (var (key, value) in fcm.Settings) web.UseSetting(key, value);
        });
        var (user, now) = (await SignInAsync(host), host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await NotificationsApp.RegisterAsync(user);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var notice = new Notice(
                "sign-in/1", NotificationKind.NewSignIn, user.UserId, LedgerId: null, new SecurityNotice(Guid.CreateVersion7(), "phone"), now);
            await scope.ServiceProvider.GetRequiredService<Notices>().SendAsync([notice], TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<IDocumentSession>().SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await user.GetAsync("/api/v1/notifications")).Items.Length.ShouldBe(1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await WaitingAsync(database) > 0) patience.Token.ThrowIfCancellationRequested();
        fcm.Calls.ShouldBeEmpty();
        (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("features").GetProperty("push").GetBoolean().ShouldBeFalse();
    }

    private static async Task<ApiClient> SignInAsync(IAlbaHost host)
    {
        var id = Guid.CreateVersion7();
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession("outside");
        session.Store(new UserProfile(id, $"{id:N}@example.org", EmailVerified: true, "Ada", "en", "UTC", DateTimeOffset.UnixEpoch, Version: 1));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await AppFixture.SignInAsync(host, id);
    }

    private static async Task<long> WaitingAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select count(*) from outbox where channel = 'push'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
