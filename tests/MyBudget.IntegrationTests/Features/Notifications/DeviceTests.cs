using System.Net;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class DeviceTests(NotificationsApp app)
{
    private const string Path = "/api/v1/devices";

    [Fact]
    public async Task are_listed_without_their_tokens()
    {
        var user = await app.SignInAsync();

        var answer = await user.PutAsync($"{Path}/phone", new { token = "secret-token", platform = "ios", locale = "ru", appVersion = "1.2", name = " My phone " });

        answer.ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("secret-token");
        answer.Body.GetProperty("name").GetString().ShouldBe("My phone");
        var listed = (await user.GetAsync(Path)).Items.ShouldHaveSingleItem();
        listed.GetProperty("installationId").GetString().ShouldBe("phone");
        listed.GetRawText().ShouldNotContain("secret-token");
        (await user.GetAsync("/api/v1/me/export")).Text.ShouldNotContain("secret-token");
    }

    [Fact]
    public async Task move_with_whoever_signs_in_there()
    {
        var (first, second) = (await app.SignInAsync(), await app.SignInAsync());
        var installation = Guid.CreateVersion7().ToString("N");
        await NotificationsApp.RegisterAsync(first, installation);
        var token = await NotificationsApp.RegisterAsync(second, installation);

        await app.SendAsync(app.Threshold(first), app.Threshold(second));

        (await app.PushAsync(token)).Data("notificationId").ShouldBe((await second.GetAsync("/api/v1/notifications")).Items[0].GetProperty("id").GetString());
        await app.SettledAsync(first);
        app.Fcm.Calls.Count(call => call.Token == token).ShouldBe(1);
        (await first.GetAsync(Path)).Items.ShouldBeEmpty();
        (await first.DeleteAsync($"{Path}/{installation}")).ShouldBe(HttpStatusCode.NotFound);
        (await second.DeleteAsync($"{Path}/{installation}")).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task share_no_token_even_when_they_claim_it_at_the_same_time()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.SignInAsync()));
        var token = $"token:{Guid.CreateVersion7():N}";

        var answers = await Task.WhenAll(users.Select((user, n) => user.PutAsync($"{Path}/same-token-{n}", new { token, platform = "web" })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await Task.WhenAll(users.Select(user => user.GetAsync(Path)))).Sum(list => list.Items.Length).ShouldBe(1);
    }

    [Fact]
    public async Task are_pushed_to_only_while_their_sign_in_lasts()
    {
        var user = await app.SignInAsync();
        var ended = await AppFixture.SignInAsync(app.Host, user.UserId);
        var (token, lost) = (await NotificationsApp.RegisterAsync(user), await NotificationsApp.RegisterAsync(ended));
        (await ended.PostAsync("/api/v1/auth/logout", new { })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await user.GetAsync(Path)).Items.ShouldHaveSingleItem();
        await app.SendAsync(app.Threshold(user));

        await app.PushAsync(token);
        await app.SettledAsync(user);
        app.Fcm.Calls.ShouldNotContain(call => call.Token == lost);
    }

    [Fact]
    public async Task get_nothing_that_waited_longer_than_their_sign_in_lasted()
    {
        var user = await app.SignInAsync();
        var lost = await NotificationsApp.RegisterAsync(user);
        var now = app.Time.GetUtcNow();
        await user.PutAsync("/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });
        await app.SendAsync(app.Threshold(user));
        (await app.CountAsync($"select count(*) from outbox where user_id = '{user.UserId}'")).ShouldBe(1);

        (await user.PostAsync("/api/v1/auth/logout", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        app.Time.Advance(TimeSpan.FromHours(1));

        await app.SettledAsync(user);
        app.Fcm.Calls.ShouldNotContain(call => call.Token == lost);
    }

    [Fact]
    public async Task are_at_most_twenty_the_one_not_seen_for_longest_goes()
    {
        var user = await app.SignInAsync();
        for (var n = 0; n < 21; n++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await NotificationsApp.RegisterAsync(user, $"{user.UserId:N}-{n}");
        }

        var left = (await user.GetAsync(Path)).Items.Select(device => device.GetProperty("installationId").GetString()).ToList();
        left.Count.ShouldBe(20);
        left.ShouldNotContain($"{user.UserId:N}-0");
    }

    [Theory]
    [InlineData("ok", "{\"platform\":\"ios\"}", "token")]
    [InlineData("ok", "{\"token\":\"with space\",\"platform\":\"ios\"}", "token")]
    [InlineData("ok", "{\"token\":\"t\"}", "platform")]
    [InlineData("ok", "{\"token\":\"t\",\"platform\":\"ios\",\"locale\":\"de\"}", "locale")]
    [InlineData("ok", "{\"token\":\"t\",\"platform\":\"ios\",\"name\":\"a\\u0007\"}", "name")]
    [InlineData("not%20ok", "{\"token\":\"t\",\"platform\":\"ios\"}", "installationId")]
    public async Task must_be_told_well(string installation, string body, string field)
    {
        var user = await app.SignInAsync();

        var answer = await user.PutAsync($"{Path}/{installation}", System.Text.Json.JsonDocument.Parse(body).RootElement);

        answer.ShouldBlame(field);
    }
}
