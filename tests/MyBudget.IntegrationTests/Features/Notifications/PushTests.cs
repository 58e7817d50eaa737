using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using MyBudget.IntegrationTests.Infrastructure.Firebase;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class PushTests(NotificationsApp app)
{
    [Fact]
    public async Task reach_every_device_in_its_language()
    {
        var user = await app.SignInAsync("en");
        var (english, russian) = (await NotificationsApp.RegisterAsync(user), await NotificationsApp.RegisterAsync(user, locale: "ru"));

        await app.SendAsync(app.Threshold(user));

        var (push, translated) = (await app.PushAsync(english), await app.PushAsync(russian));
        var entry = (await user.GetAsync("/api/v1/notifications")).Items.ShouldHaveSingleItem();
        push.Protocol.ShouldBe("HTTP/2");
        push.Title.ShouldBe("Food: 80 % used");
        translated.Title.ShouldBe("Food: израсходовано 80 %");
        push.Data("type").ShouldBe("budgetThreshold");
        push.Data("notificationId").ShouldBe(entry.GetProperty("id").GetString());
        push.Data("budgetId").ShouldBe(entry.GetProperty("data").GetProperty("budgetId").GetString());
        push.CollapseId.ShouldBe(entry.GetProperty("id").GetGuid().ToString("N", CultureInfo.InvariantCulture));
        await app.SettledAsync(user);
    }

    [Fact]
    public async Task end_with_a_device_that_fcm_no_longer_knows()
    {
        var user = await app.SignInAsync();
        var (gone, alive) = (await NotificationsApp.RegisterAsync(user), await NotificationsApp.RegisterAsync(user));
        app.Fcm.Answer = (call, _) => Task.FromResult(call.Token == gone ? FakeFcm.Error(404, "NOT_FOUND", "UNREGISTERED") : null);

        await app.SendAsync(app.Threshold(user));
        await app.PushAsync(alive);
        await app.SettledAsync(user);

        (await user.GetAsync("/api/v1/devices")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task wait_as_long_as_fcm_asks_and_bear_the_same_id_again()
    {
        var user = await app.SignInAsync();
        var token = await NotificationsApp.RegisterAsync(user);
        var full = true;
        app.Fcm.Answer = (call, context) =>
        {
            if (call.Token != token || !full) return Task.FromResult<IResult?>(null);
            context.Response.Headers.RetryAfter = "1800";
            return Task.FromResult<IResult?>(FakeFcm.Error(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"));
        };

        await app.SendAsync(app.Threshold(user));
        await app.PushAsync(token);
        await UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and last_failure like '429%'", 1);
        full = false;
        app.Time.Advance(TimeSpan.FromMinutes(30));

        (await app.PushesAsync(token, 2)).Select(push => push.CollapseId).Distinct().ShouldHaveSingleItem();
        await app.SettledAsync(user);
    }

    [Fact]
    public async Task are_kept_while_the_project_is_not_ours()
    {
        var user = await app.SignInAsync();
        var token = await NotificationsApp.RegisterAsync(user);
        var mended = false;
        app.Fcm.Answer = (call, _) => Task.FromResult(call.Token == token && !mended ? FakeFcm.Error(403, "PERMISSION_DENIED") : null);

        await app.SendAsync(app.Threshold(user));
        await UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and attempts = 0 and last_failure like '403%'", 1);
        mended = true;
        app.Time.Advance(TimeSpan.FromMinutes(5));

        await app.PushesAsync(token, 2);
        await app.SettledAsync(user);
    }

    [Fact]
    public async Task go_out_twenty_at_a_time_over_few_connections()
    {
        var user = await app.SignInAsync();
        var tokens = new List<string>();
        for (var n = 0; n < 20; n++) tokens.Add(await NotificationsApp.RegisterAsync(user));
        var (gate, full) = (new SemaphoreSlim(1), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (underWay, most) = (0, 0);
        app.Fcm.Answer = async (call, context) =>
        {
            if (!tokens.Contains(call.Token)) return null;
            await gate.WaitAsync(context.RequestAborted);
            most = Math.Max(most, ++underWay);
            if (underWay == 20) full.TrySetResult();
            gate.Release();
            await full.Task.WaitAsync(context.RequestAborted);
            await gate.WaitAsync(context.RequestAborted);
            underWay--;
            gate.Release();
            return null;
        };

        await app.SendAsync(app.Threshold(user, 1), app.Threshold(user, 2), app.Threshold(user, 3));
        await app.SettledAsync(user);

        var calls = app.Fcm.Calls.Where(call => tokens.Contains(call.Token)).ToList();
        (most, calls.Count).ShouldBe((20, 60));
        calls.Select(call => call.Connection).Distinct().Count().ShouldBeLessThanOrEqualTo(2);
        gate.Dispose();
    }

    [Fact]
    public async Task tell_of_a_sign_in_and_a_password_at_once_whatever_the_hour()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var anonymous = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        var registered = await anonymous.PostAsync("/api/v1/auth/register", new { email, password = "correct horse battery", displayName = "Ada", device = "phone" });
        var user = new ApiClient(
            app.Host.Server.CreateClient(), registered.Body.GetProperty("user").GetProperty("id").GetGuid(), registered.Body.GetProperty("accessToken").GetString());
        var token = await NotificationsApp.RegisterAsync(user);
        var now = app.Time.GetUtcNow();
        await user.PutAsync("/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });

        var installation = registered.Body.GetProperty("installation").GetString();
        foreach (var (device, known) in new[] { ("phone", installation), ("tablet", null) })
            (await anonymous.PostAsync("/api/v1/auth/login", new { email, password = "correct horse battery", device, installation = known })).ShouldBe(HttpStatusCode.OK);
        (await user.PostAsync("/api/v1/auth/password/change", new { currentPassword = "correct horse battery", newPassword = "another long password" }))
            .ShouldBe(HttpStatusCode.NoContent);

        (await app.PushesAsync(token, 2)).Select(push => push.Title).ShouldBe(["New sign-in", "Your password was changed"], ignoreOrder: true);
        (await user.GetAsync("/api/v1/notifications")).Items.Length.ShouldBe(2);
    }

    [Fact]
    public async Task go_away_with_their_user()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var anonymous = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        var registered = await anonymous.PostAsync("/api/v1/auth/register", new { email, password = "correct horse battery", displayName = "Ada" });
        var user = new ApiClient(
            app.Host.Server.CreateClient(), registered.Body.GetProperty("user").GetProperty("id").GetGuid(), registered.Body.GetProperty("accessToken").GetString());
        await NotificationsApp.RegisterAsync(user);
        await user.PutAsync("/api/v1/notification-preferences", new { quietHours = new { from = "00:00", to = "23:59" } });
        await app.SendAsync(app.Threshold(user));
        (await user.GetAsync("/api/v1/me/export")).Body.GetProperty("notifications").GetProperty("inbox").GetArrayLength().ShouldBe(1);

        (await user.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = "correct horse battery" })).ShouldBe(HttpStatusCode.NoContent);

        foreach (var table in new[] { "mt_doc_inbox_entry", "mt_doc_device", "outbox", "notice_keys" })
            (await app.CountAsync($"select count(*) from {table} where user_id = '{user.UserId}'")).ShouldBe(0, table);
        (await app.CountAsync($"select count(*) from mt_doc_notification_preferences where id = '{user.UserId}'")).ShouldBe(0);
    }

    private async Task UntilAsync(string sql, long count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await app.CountAsync(sql) != count) patience.Token.ThrowIfCancellationRequested();
    }
}
