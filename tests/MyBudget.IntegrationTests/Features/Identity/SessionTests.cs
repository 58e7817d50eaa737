using System.Net;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Infrastructure.Security;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class SessionTests(IdentityApp app)
{
    [Fact]
    public async Task are_listed_newest_first_with_device_and_last_use()
    {
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var phone = await user.LogInAgainAsync(" Ada's phone ");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await app.RefreshAsync(phone.RefreshToken);

        var sessions = (await user.Client.GetAsync("/api/v1/me/sessions")).Items;

        sessions.Select(session => session.GetProperty("device").GetString()).ShouldBe(["Ada's phone", null]);
        sessions.Select(session => session.GetProperty("current").GetBoolean()).ShouldBe([false, true]);
        At(sessions[0], "lastUsedAt").ShouldBe(app.Time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        (At(sessions[0], "lastUsedAt") - At(sessions[0], "createdAt")).ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task are_named_after_the_user_agent_where_the_client_says_nothing_else()
    {
        var email = app.NewEmail();
        await app.Anonymous.PostAsync(
            "/api/v1/auth/register", new { email, password = IdentityApp.Password, displayName = "Ada" }, ("User-Agent", "MyBudget/1.0 (Android 16)"));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var login = await app.LogInAsync(email, IdentityApp.Password, headers: ("User-Agent", "MyBudget/1.0 (iOS 26)"));

        var sessions = (await app.ClientOf(login.Body.GetProperty("accessToken").GetString()).GetAsync("/api/v1/me/sessions")).Items;

        sessions.Select(session => session.GetProperty("device").GetString()).ShouldBe(["MyBudget/1.0 (iOS 26)", "MyBudget/1.0 (Android 16)"]);
    }

    [Fact]
    public async Task come_in_pages()
    {
        var user = await app.RegisterAsync();
        for (var i = 0; i < 4; i++)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            await user.LogInAgainAsync($"device {i}");
        }

        var devices = new List<string?>();
        var query = "limit=2";
        while (true)
        {
            var page = await user.Client.GetAsync($"/api/v1/me/sessions?{query}");
            devices.AddRange(page.Items.Select(item => item.GetProperty("device").GetString()));
            if (page.Body.GetProperty("nextCursor").GetString() is not { } cursor) break;
            query = $"limit=2&cursor={cursor}";
        }

        devices.ShouldBe(["device 3", "device 2", "device 1", "device 0", null]);
        (await user.Client.GetAsync("/api/v1/me/sessions?limit=201")).ShouldBlame("limit", "range");
        (await user.Client.GetAsync("/api/v1/me/sessions?cursor=nonsense")).ShouldBlame("cursor", "cursor");
    }

    [Fact]
    public async Task can_be_ended_one_by_one_and_at_once()
    {
        var user = await app.RegisterAsync();
        var lost = await user.LogInAgainAsync("lost phone");
        var id = (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id");

        (await user.Client.DeleteAsync($"/api/v1/me/sessions/{id}")).ShouldBe(HttpStatusCode.NoContent);

        (await lost.IsSignedInAsync()).ShouldBeFalse();
        (await app.RefreshAsync(lost.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);
        (await user.IsSignedInAsync()).ShouldBeTrue();
        (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Length.ShouldBe(1);
        (await user.Client.DeleteAsync($"/api/v1/me/sessions/{id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task of_others_are_out_of_reach()
    {
        var (ada, eve) = (await app.RegisterAsync(), await app.RegisterAsync());
        var id = (await ada.Client.GetAsync("/api/v1/me/sessions")).Items.Single().GetProperty("id").GetGuid();

        var foreign = await eve.Client.DeleteAsync($"/api/v1/me/sessions/{id}");
        var missing = await eve.Client.DeleteAsync($"/api/v1/me/sessions/{Guid.CreateVersion7()}");

        foreign.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        missing.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await ada.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task end_with_a_log_out()
    {
        var user = await app.RegisterAsync();
        var other = await user.LogInAgainAsync();

        (await user.Client.PostAsync("/api/v1/auth/logout")).ShouldBe(HttpStatusCode.NoContent);

        (await user.Client.PostAsync("/api/v1/auth/logout")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        (await other.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task are_swept_once_they_are_of_no_more_use()
    {
        var user = await app.RegisterAsync();
        var now = app.Time.GetUtcNow();
        var store = app.Host.Services.GetRequiredService<IDocumentStore>();
        var old = new SignInSession(Guid.CreateVersion7(now), user.Id, null, now, now, now.AddDays(60), EndedAt: now.AddDays(-31), EndedBy: "logout");
        var recent = old with { Id = Guid.CreateVersion7(now), EndedAt = now.AddDays(-29) };
        await using var documents = store.LightweightSession("outside");
        documents.Store(old, recent);
        await documents.SaveChangesAsync(TestContext.Current.CancellationToken);

        await app.Host.SweepAsync();

        (await documents.LoadAsync<SignInSession>(old.Id, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await documents.LoadAsync<SignInSession>(recent.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await user.IsSignedInAsync()).ShouldBeTrue();
    }

    private static DateTimeOffset At(JsonElement session, string name) => session.GetProperty(name).GetDateTimeOffset();
}
