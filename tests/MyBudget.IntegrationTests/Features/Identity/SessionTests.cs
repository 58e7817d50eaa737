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
    public async Task end_everywhere_else_or_everywhere()
    {
        var user = await app.RegisterAsync();
        var (phone, laptop) = (await user.LogInAgainAsync("phone"), await user.LogInAgainAsync("laptop"));

        (await laptop.Client.DeleteAsync("/api/v1/me/sessions")).ShouldBe(HttpStatusCode.NoContent);
        (await Task.WhenAll(user.IsSignedInAsync(), phone.IsSignedInAsync(), laptop.IsSignedInAsync())).ShouldBe([false, false, true]);
        (await app.RefreshAsync(phone.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);

        var again = await user.LogInAgainAsync();
        (await again.Client.DeleteAsync("/api/v1/me/sessions?current=true")).ShouldBe(HttpStatusCode.NoContent);
        (await Task.WhenAll(laptop.IsSignedInAsync(), again.IsSignedInAsync())).ShouldBe([false, false]);
    }

    [Fact]
    public async Task get_another_name()
    {
        var (user, eve) = (await app.RegisterAsync(), await app.RegisterAsync());
        var id = (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Single().GetProperty("id").GetGuid();

        (await user.Client.PutAsync($"/api/v1/me/sessions/{id}/device", new { name = " Kitchen " })).ShouldBe(HttpStatusCode.NoContent);
        (await user.Client.PutAsync($"/api/v1/me/sessions/{id}/device", new { name = " " })).ShouldBlame("name", "required");
        (await user.Client.PutAsync($"/api/v1/me/sessions/{id}/device", new { name = new string('x', 201) })).ShouldBlame("name");
        (await eve.Client.PutAsync($"/api/v1/me/sessions/{id}/device", new { name = "mine" })).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Single().GetProperty("device").GetString().ShouldBe("Kitchen");
    }

    [Fact]
    public async Task are_at_most_so_many_and_the_oldest_goes_also_when_many_begin_at_once()
    {
        await using var strict = await app.StartHostAsync(("Tokens:MostSessions", "3"));
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromSeconds(1));

        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.LogInAsync(user.Email, user.Password, strict)));

        begun.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await user.IsSignedInAsync()).ShouldBeFalse("the first one was the oldest");
        var living = await Task.WhenAll(begun.Select(answer =>
            app.ClientOf(answer.Body.GetProperty("accessToken").GetString()).GetAsync("/api/v1/me/sessions")));
        living.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(3);
        living.First(answer => answer.Status == HttpStatusCode.OK).Items.Length.ShouldBe(3);
    }

    [Fact]
    public async Task end_after_their_longest_life_however_much_they_are_used()
    {
        await using var strict = await app.StartHostAsync(("Tokens:SessionLifetime", "61.00:00:00"));
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromDays(59));
        var renewed = await app.RefreshAsync(user.RefreshToken, strict);
        app.Time.Advance(TimeSpan.FromDays(2));

        (await app.RefreshAsync(renewed.Body.GetProperty("refreshToken").GetString()!, strict)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task of_ten_thousand_a_change_of_the_password_leaves_one()
    {
        var user = await app.RegisterAsync();
        await using (var database = Npgsql.NpgsqlDataSource.Create(app.ConnectionString))
        await using (var many = database.CreateCommand(
            """
            insert into mt_doc_sign_in_session (id, data, user_id, ended_at, mt_last_modified, mt_version, mt_dotnet_type)
            select new.id, jsonb_set(data, '{id}', to_jsonb(new.id)), user_id, ended_at, mt_last_modified, gen_random_uuid(), mt_dotnet_type
            from mt_doc_sign_in_session, lateral (select gen_random_uuid() as id, n from generate_series(1, 10000) n) new
            where user_id = $1
            """))
        {
            many.Parameters.Add(new Npgsql.NpgsqlParameter<Guid> { TypedValue = user.Id });
            (await many.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(10_000);
        }

        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = "another long password" }))
            .ShouldBe(HttpStatusCode.NoContent);

        var left = (await user.Client.GetAsync("/api/v1/me/sessions")).Items.Single();
        left.GetProperty("current").GetBoolean().ShouldBeTrue();
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
