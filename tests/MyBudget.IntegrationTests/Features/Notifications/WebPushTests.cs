using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class WebPushTests(NotificationsApp app)
{
    private string Today => app.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task a_threshold_that_is_crossed_reaches_a_browser_once_and_nothing_silent_does()
    {
        var user = await app.SignInAsync("ru");
        var browser = await app.SubscribeAsync(user);
        var ledger = await user.CreateLedgerAsync();
        var account = await ledger.OpenAccountAsync();
        var budget = (await ledger.PostAsync("budgets", new
        {
            name = "Еда",
            amount = 100_00,
            currency = "EUR",
            period = "month",
            startsOn = $"{Today[..7]}-01",
            categoryIds = Array.Empty<Guid>(),
            accountIds = Array.Empty<Guid>(),
            rollover = "none",
            thresholds = new[] { 80 },
        })).ShouldBe(HttpStatusCode.Created).Id;

        await ledger.RecordAsync(new { accountId = account, date = Today, amount = -85_00 });
        await app.MessagesAsync(browser, 1);
        await app.CaughtUpAsync();
        app.Time.Advance(TimeSpan.FromSeconds(2));
        await app.SettledAsync(user);

        var push = app.PushService.MessagesOf(browser).ShouldHaveSingleItem();
        var entry = (await user.GetAsync("/api/v1/notifications")).Items.ShouldHaveSingleItem();
        push.Title.ShouldBe("Еда: израсходовано 80 %");
        push.Text.ShouldBe(entry.GetProperty("body").GetString());
        push.Url.ShouldBe($"/budgets/{budget}");
        push.Tag.ShouldBe(entry.GetProperty("id").GetGuid().ToString("N"));
        push.Data("notificationId").ShouldBe(entry.GetProperty("id").GetString());
        push.Data("ledgerId").ShouldBe($"{ledger.LedgerId}");
        push.Data("type").ShouldBe("budgetThreshold");
        (push.Topic, push.Urgency).ShouldBe((push.Tag, "normal"));
        push.TimeToLive.ShouldBeInRange(2 * 24 * 3600 - 60, 2 * 24 * 3600);
        push.Bytes.ShouldBeLessThanOrEqualTo(3072);
        push.Claims.GetProperty("sub").GetString().ShouldBe("mailto:push@example.org");
        app.PushService.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task browsers_and_phones_of_a_user_are_told_alike_each_in_its_language()
    {
        var user = await app.SignInAsync();
        var (token, browser) = (await NotificationsApp.RegisterAsync(user), await app.SubscribeAsync(user, locale: "ru"));

        await app.SendAsync(app.Threshold(user));

        (await app.PushAsync(token)).Title.ShouldBe("Food: 80 % used");
        (await app.MessagesAsync(browser, 1))[0].Title.ShouldBe("Food: израсходовано 80 %");
        await app.SettledAsync(user);
        (await user.GetAsync("/api/v1/devices")).Items.Select(device => device.GetProperty("transport").GetString()).ShouldBe(["fcm", "webPush"], ignoreOrder: true);
    }

    [Fact]
    public async Task what_is_hidden_on_a_locked_screen_is_hidden_from_both()
    {
        var user = await app.SignInAsync();
        var (token, browser) = (await NotificationsApp.RegisterAsync(user), await app.SubscribeAsync(user));
        var ledger = await user.CreateLedgerAsync();
        var member = await Sharing.JoinAsync(app.Host, ledger, await app.SignInAsync(), MyBudget.Domain.LedgerRole.Editor);
        (await user.PutAsync("/api/v1/notification-preferences", new { hideAmounts = true, syncMessages = false })).ShouldBe(HttpStatusCode.OK);

        var recorded = await member.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = Today, amount = -12_50, payee = "Bakery" });

        var (push, message) = (await app.PushAsync(token), (await app.MessagesAsync(browser, 1))[0]);
        (message.Title, message.Text).ShouldBe((push.Title, push.Body));
        message.Title.ShouldBe("Ada recorded an entry");
        message.Text.ShouldBe(string.Empty);
        message.Body.GetProperty("data").EnumerateObject().Select(member => member.Name).ShouldBe(["type", "notificationId", "ledgerId", "transactionId"], ignoreOrder: true);
        message.Body.GetRawText().ShouldNotContain("12.50");
        message.Body.GetRawText().ShouldNotContain("Bakery");
        message.Url.ShouldBe($"/entries/{recorded.GetProperty("id").GetString()}");
    }

    [Fact]
    public async Task safety_is_told_urgently_and_quiet_hours_hold_back_the_rest()
    {
        var user = await app.SignInAsync();
        var browser = await app.SubscribeAsync(user);
        var now = app.Time.GetUtcNow();
        await user.PutAsync("/api/v1/notification-preferences", new { quietHours = new { from = $"{now.AddHours(-1):HH:mm}", to = $"{now.AddHours(1):HH:mm}" } });

        await app.SendAsync(app.Threshold(user), app.Safety(user));

        var message = (await app.MessagesAsync(browser, 1)).ShouldHaveSingleItem();
        (message.Title, message.Urgency, message.Url).ShouldBe(("New sign-in", "high", "/notifications"));
        app.Time.Advance(TimeSpan.FromHours(1));
        (await app.MessagesAsync(browser, 2))[1].Title.ShouldBe("Food: 80 % used");
        await app.SettledAsync(user);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task a_subscription_that_has_ended_ends_the_device(int status)
    {
        var user = await app.SignInAsync();
        var (gone, alive) = (await app.SubscribeAsync(user), await app.SubscribeAsync(user));
        app.PushService.Answer = (message, _) => Task.FromResult(message.Browser == gone ? Results.StatusCode(status) : null);

        await app.SendAsync(app.Threshold(user));
        await app.MessagesAsync(alive, 1);
        await app.SettledAsync(user);

        (await user.GetAsync("/api/v1/devices")).Items.Length.ShouldBe(1);
        await app.SendAsync(app.Threshold(user, 90));
        await app.MessagesAsync(alive, 2);
        await app.SettledAsync(user);
        app.PushService.MessagesOf(gone).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task a_push_service_is_left_alone_for_as_long_as_it_asks(int status)
    {
        var user = await app.SignInAsync();
        var browser = await app.SubscribeAsync(user);
        var full = true;
        app.PushService.Answer = (message, context) =>
        {
            if (message.Browser != browser || !full) return Task.FromResult<IResult?>(null);
            context.Response.Headers.RetryAfter = "1800";
            return Task.FromResult<IResult?>(Results.StatusCode(status));
        };

        await app.SendAsync(app.Threshold(user));
        await app.MessagesAsync(browser, 1);
        await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and last_failure like '{status}%'", 1);
        app.Time.Advance(TimeSpan.FromMinutes(29));
        await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and due_at > '{app.Time.GetUtcNow():O}' and attempts = 1", 1);
        full = false;
        app.Time.Advance(TimeSpan.FromMinutes(1));

        (await app.MessagesAsync(browser, 2)).Select(message => message.Topic).Distinct().ShouldHaveSingleItem();
        await app.SettledAsync(user);
    }

    [Fact]
    public async Task a_key_that_is_refused_again_and_again_is_not_the_subscriptions()
    {
        var user = await app.SignInAsync();
        var browser = await app.SubscribeAsync(user);
        app.PushService.Answer = (message, _) => Task.FromResult(message.Browser == browser ? Results.StatusCode(403) : null);

        await app.SendAsync(app.Threshold(user));
        for (var tries = 1; tries < 3; tries++)
        {
            await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and last_failure = '403' and attempts = {tries} and due_at > '{app.Time.GetUtcNow():O}'", 1);
            await app.ExecuteAsync($"update outbox set last_failure = null where user_id = '{user.UserId}'");
            (await user.GetAsync("/api/v1/devices")).Items.Length.ShouldBe(1);
            app.Time.Advance(TimeSpan.FromHours(1));
        }

        await app.SettledAsync(user);
        (await app.CountAsync($"select count(*) from mt_doc_device where user_id = '{user.UserId}'")).ShouldBe(0);
        app.PushService.MessagesOf(browser).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(307)]
    public async Task what_is_refused_for_good_is_kept_aside_and_a_redirect_is_not_followed(int status)
    {
        var user = await app.SignInAsync();
        var (browser, elsewhere) = (await app.SubscribeAsync(user), app.PushService.Subscribe("none"));
        app.PushService.Answer = (message, context) =>
        {
            if (message.Browser != browser) return Task.FromResult<IResult?>(null);
            context.Response.Headers.Location = elsewhere.Endpoint;
            return Task.FromResult<IResult?>(Results.StatusCode(status));
        };

        await app.SendAsync(app.Threshold(user));

        await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and parked_at is not null and last_failure = '{status}'", 1);
        app.PushService.MessagesOf(browser).Count.ShouldBe(1);
        app.PushService.Faults.ShouldBeEmpty();
        (await user.GetAsync("/api/v1/devices")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task what_a_stranger_never_takes_is_given_up_and_no_work_for_an_operator()
    {
        var user = await app.SignInAsync();
        var offer = (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;
        using var browser = new Infrastructure.WebPush.FakeBrowser { Endpoint = "https://push.nobody.invalid/1", VapidKey = offer };
        (await user.PutAsync("/api/v1/devices/stranger", new { webPush = browser.Subscription, platform = "web" })).ShouldBe(HttpStatusCode.OK);

        await app.SendAsync(app.Threshold(user));
        for (var tries = 1; tries < 12; tries++)
        {
            await app.UntilAsync($"select count(*) from outbox where user_id = '{user.UserId}' and attempts = {tries} and last_failure is not null", 1);
            await app.ExecuteAsync($"update outbox set last_failure = null where user_id = '{user.UserId}'");
            app.Time.Advance(TimeSpan.FromHours(1.5));
        }

        await app.SettledAsync(user);
    }
}
