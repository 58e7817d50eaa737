using System.Net;

namespace MyBudget.IntegrationTests.Features.Notifications;

[Collection(nameof(NotificationsApp))]
public sealed class PreferencesTests(NotificationsApp app)
{
    private const string Path = "/api/v1/notification-preferences";

    [Fact]
    public async Task begin_with_all_but_changes_by_others_and_are_replaced_as_a_whole()
    {
        var user = await app.SignInAsync();

        var start = await user.GetAsync(Path);
        start.Body.GetProperty("enabled").GetBoolean().ShouldBeTrue();
        start.Body.GetProperty("kinds").EnumerateObject().Count().ShouldBe(12);
        start.Body.GetProperty("kinds").EnumerateObject().Where(kind => !kind.Value.GetProperty("push").GetBoolean()).Select(kind => kind.Name)
            .ShouldBe(["memberChange", "memberDeletion"]);

        var set = await user.PutAsync(
            Path, new { hideAmounts = true, quietHours = new { from = "22:00", to = "07:00" }, kinds = new { memberEntry = new { inbox = true, push = false } } },
            ("If-Match", start.ETag!));
        set.ShouldBe(HttpStatusCode.OK).Body.GetProperty("kinds").GetProperty("memberEntry").GetProperty("push").GetBoolean().ShouldBeFalse();
        set.Body.GetProperty("quietHours").GetProperty("from").GetString().ShouldBe("22:00");
        (await user.PutAsync(Path, new { }, ("If-Match", start.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await user.GetAsync(Path, ("If-None-Match", set.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);

        (await user.PutAsync(Path, new { })).Body.GetProperty("kinds").GetProperty("memberEntry").GetProperty("push").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task keep_the_news_about_safety_in_the_inbox()
    {
        var user = await app.SignInAsync();

        var answer = await user.PutAsync(Path, new { kinds = new { passwordChanged = new { inbox = false, push = false } } });

        answer.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("security-inbox");
        (await user.PutAsync(Path, new { quietHours = new { from = "07:00", to = "07:00" } })).ShouldBlame("quietHours");
        (await user.PutAsync(Path, new { kinds = new { nonsense = new { inbox = false, push = false } } })).ShouldBe(HttpStatusCode.BadRequest);
        (await user.PutAsync(Path, new { quietHours = new { from = "25:00", to = "07:00" } })).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task decide_what_is_kept_and_what_is_pushed()
    {
        var user = await app.SignInAsync();
        var token = await NotificationsApp.RegisterAsync(user);
        await user.PutAsync(Path, new { kinds = new { budgetThreshold = new { inbox = false, push = true } } });
        await app.SendAsync(app.Threshold(user, 1));
        await user.PutAsync(Path, new { enabled = false });
        await app.SendAsync(app.Threshold(user, 2));
        await user.PutAsync(Path, new { hideAmounts = true });
        await app.SendAsync(app.Threshold(user, 3));

        var pushes = await app.PushesAsync(token, 2);
        await app.SettledAsync(user);

        pushes.Select(push => push.Title).ShouldBe(["Food: 1 % used", "Food: 3 % used"], ignoreOrder: true);
        pushes.Single(push => push.Title!.Contains('3', StringComparison.Ordinal)).Body.ShouldBe("The period ends on 31 March 2026.");
        (await user.GetAsync("/api/v1/notifications")).Items.Select(entry => entry.GetProperty("data").GetProperty("level").GetInt32()).ShouldBe([3, 2]);
    }

    [Fact]
    public async Task let_pushes_wait_for_the_end_of_quiet_hours()
    {
        var user = await app.SignInAsync(timeZone: "Asia/Tokyo");
        var token = await NotificationsApp.RegisterAsync(user);
        var local = TimeZoneInfo.ConvertTime(app.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));
        await user.PutAsync(Path, new { quietHours = new { from = $"{local.AddHours(-1):HH:mm}", to = $"{local.AddHours(1):HH:mm}" } });

        await app.SendAsync(app.Threshold(user));

        (await user.GetAsync("/api/v1/notifications")).Items.Length.ShouldBe(1);
        (await app.CountAsync($"select count(*) from outbox where user_id = '{user.UserId}' and ticket = 0")).ShouldBe(1);
        app.Time.Advance(TimeSpan.FromHours(1));
        await app.PushAsync(token);
    }
}
