using System.Buffers.Text;
using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Notifications;

/// <summary>Browsers as devices.</summary>
[Collection(nameof(NotificationsApp))]
public sealed class BrowserTests(NotificationsApp app)
{
    private const string Path = "/api/v1/devices";

    [Fact]
    public async Task are_listed_without_their_secrets()
    {
        var user = await app.SignInAsync();
        var browser = await app.SubscribeAsync(user, "laptop");
        var secrets = JsonSerializer.SerializeToElement(browser.Subscription);

        var told = await user.PutAsync($"{Path}/laptop", new { webPush = browser.Subscription, platform = "web", name = "Laptop" });

        told.Body.GetProperty("transport").GetString().ShouldBe("webPush");
        foreach (var text in new[] { told.Text, (await user.GetAsync(Path)).Text, (await user.GetAsync("/api/v1/me/export")).Text })
        {
            text.ShouldContain("Laptop");
            text.ShouldNotContain(browser.Endpoint);
            text.ShouldNotContain(secrets.GetProperty("keys").GetProperty("auth").GetString()!);
            text.ShouldNotContain(secrets.GetProperty("keys").GetProperty("p256dh").GetString()!);
        }
    }

    [Fact]
    public async Task move_with_whoever_signs_in_there()
    {
        var (first, second) = (await app.SignInAsync(), await app.SignInAsync());
        var browser = await app.SubscribeAsync(first);

        (await second.PutAsync($"{Path}/other", new { webPush = browser.Subscription, platform = "web" })).ShouldBe(HttpStatusCode.OK);
        await app.SendAsync(app.Threshold(first, 70), app.Threshold(second, 90));

        (await app.MessagesAsync(browser, 1))[0].Title.ShouldBe("Food: 90 % used");
        await app.SettledAsync(first);
        await app.SettledAsync(second);
        app.PushService.MessagesOf(browser).Count.ShouldBe(1);
        (await first.GetAsync(Path)).Items.ShouldBeEmpty();
        (await first.DeleteAsync($"{Path}/other")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task change_their_subscription_and_even_their_way()
    {
        var user = await app.SignInAsync();
        var (before, after) = (await app.SubscribeAsync(user, "laptop2"), await app.SubscribeAsync(user, "laptop2"));
        await app.SendAsync(app.Threshold(user, 1));
        await app.MessagesAsync(after, 1);

        var token = await NotificationsApp.RegisterAsync(user, "laptop2");
        await app.SendAsync(app.Threshold(user, 2));

        (await app.PushAsync(token)).Title.ShouldBe("Food: 2 % used");
        await app.SettledAsync(user);
        (app.PushService.MessagesOf(before).Count, app.PushService.MessagesOf(after).Count).ShouldBe((0, 1));
        (await user.GetAsync(Path)).Items.ShouldHaveSingleItem().GetProperty("transport").GetString().ShouldBe("fcm");
    }

    [Fact]
    public async Task get_nothing_after_their_sign_in_has_ended()
    {
        var user = await app.SignInAsync();
        var ended = await AppFixture.SignInAsync(app.Host, user.UserId);
        var (browser, lost) = (await app.SubscribeAsync(user), await app.SubscribeAsync(ended));
        (await ended.PostAsync("/api/v1/auth/logout", new { })).Status.ShouldBe(HttpStatusCode.NoContent);

        await app.SendAsync(app.Threshold(user));

        await app.MessagesAsync(browser, 1);
        await app.SettledAsync(user);
        app.PushService.MessagesOf(lost).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("webPush.endpoint", null, "push-endpoint")]
    [InlineData("webPush.endpoint", "http://push.example.org/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "https://push.example.org:8443/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "https://user@push.example.org/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "https://127.0.0.1/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "https://[2606:4700::1111]/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "https://localhost/1", "push-endpoint")]
    [InlineData("webPush.endpoint", "/push/1", "push-endpoint")]
    [InlineData("webPush.keys", null, "required")]
    [InlineData("webPush.keys.p256dh", null, "push-key")]
    [InlineData("webPush.keys.p256dh", "BAAA", "push-key")]
    [InlineData("webPush.keys.p256dh", "off", "push-key")]
    [InlineData("webPush.keys.p256dh", "n%t base64url", "push-key")]
    [InlineData("webPush.keys.auth", null, "push-secret")]
    [InlineData("webPush.keys.auth", "BTBZMqHH6r4Tts7J", "push-secret")]
    [InlineData("webPush.vapidKey", null, "push-key")]
    [InlineData("webPush.vapidKey", "strange", "vapid-key")]
    [InlineData("token", "also-a-token", "one-address")]
    [InlineData("webPush", null, "push-token", "token")]
    public async Task must_be_told_well(string member, string? value, string code, string? field = null)
    {
        var user = await app.SignInAsync();
        var offer = (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;
        using var browser = new Infrastructure.WebPush.FakeBrowser { Endpoint = "https://push.example.org/1", VapidKey = offer };
        var body = JsonSerializer.SerializeToNode(new { webPush = browser.Subscription, platform = "web" }, ApiClient.Json)!;
        var path = member.Split('.');
        path[..^1].Aggregate(body, (node, name) => node[name]!)[path[^1]] = value switch
        {
            "off" => Base64Url.EncodeToString((byte[])[4, .. new byte[64]]),
            // The key of RFC 8291's example is on the curve.
            "strange" => "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
            _ => value,
        };

        var answer = await user.PutAsync($"{Path}/laptop", body);

        answer.ShouldBlame(field ?? member, code);
        (await user.GetAsync(Path)).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"endpoint":1}""")]
    [InlineData("""{"expirationTime":"soon"}""")]
    [InlineData("""{"expirationTime":1e400}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":{"auth":{}}}""")]
    [InlineData("""{"secret":"x"}""")]
    [InlineData("[]")]
    public async Task of_another_shape_are_no_subscriptions(string webPush)
    {
        var user = await app.SignInAsync();
        (await user.PutAsync($"{Path}/laptop", $$"""{"platform":"web","webPush":{{webPush}}}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
    }

    [Fact]
    public async Task may_pad_their_keys_and_have_an_end()
    {
        var user = await app.SignInAsync();
        var browser = await app.SubscribeAsync(user, "padded");
        var body = JsonSerializer.SerializeToNode(new { webPush = browser.Subscription, platform = "web" }, ApiClient.Json)!;
        var subscription = body["webPush"]!;
        subscription["expirationTime"] = 1_900_000_000_000.5;
        subscription["keys"]!["auth"] = $"{subscription["keys"]!["auth"]}==";
        subscription["vapidKey"] = $"{subscription["vapidKey"]}=";

        (await user.PutAsync($"{Path}/padded", body)).ShouldBe(HttpStatusCode.OK);
        await app.SendAsync(app.Threshold(user));

        await app.MessagesAsync(browser, 1);
    }

    [Fact]
    public async Task are_turned_away_where_the_operator_wants_none()
    {
        var main = (await TestContext.Current.GetFixture<AppFixture>())!;
        await using var host = await main.StartHostAsync(web => web.UseSetting("WebPush:Enabled", "false"));
        var user = await AppFixture.SignInAsync(host, Guid.CreateVersion7());
        using var browser = new Infrastructure.WebPush.FakeBrowser
        {
            Endpoint = "https://push.example.org/1",
            VapidKey = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        };

        (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("webPush").ValueKind.ShouldBe(JsonValueKind.Null);
        (await user.PutAsync($"{Path}/laptop", new { webPush = browser.Subscription, platform = "web" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "notifications.web-push-off");
    }
}
