using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class MeTests(IdentityApp app)
{
    private const string Me = "/api/v1/me";

    [Fact]
    public async Task can_be_changed_member_by_member()
    {
        var user = await app.RegisterAsync();

        var changed = await user.Client.PatchAsync(Me, new { displayName = " Countess ", locale = "ru" });

        changed.ShouldBe(HttpStatusCode.OK);
        changed.Body.GetProperty("displayName").GetString().ShouldBe("Countess");
        changed.Body.GetProperty("locale").GetString().ShouldBe("ru");
        changed.Body.GetProperty("timeZone").GetString().ShouldBe("Europe/Berlin");
        (await user.Client.GetAsync(Me)).Text.ShouldBe(changed.Text);
    }

    [Fact]
    public async Task has_a_version_that_guards_against_lost_changes()
    {
        var user = await app.RegisterAsync();
        var read = await user.Client.GetAsync(Me);
        (await user.Client.GetAsync(Me, ("If-None-Match", read.ETag!))).ShouldBe(HttpStatusCode.NotModified);

        var changed = await user.Client.PatchAsync(Me, new { displayName = "Countess" }, ("If-Match", read.ETag!));
        var late = await user.Client.PatchAsync(Me, new { displayName = "Baroness" }, ("If-Match", read.ETag!));

        changed.ShouldBe(HttpStatusCode.OK);
        changed.ETag.ShouldNotBe(read.ETag);
        late.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
    }

    [Fact]
    public async Task keeps_what_two_devices_change_apart_at_once()
    {
        var user = await app.RegisterAsync();

        await Task.WhenAll(
            user.Client.PatchAsync(Me, new { displayName = "Countess" }),
            user.Client.PatchAsync(Me, new { locale = "ru" }),
            user.Client.PatchAsync(Me, new { timeZone = "Asia/Tokyo" }));

        var me = (await user.Client.GetAsync(Me)).Body;
        (me.GetProperty("displayName").GetString(), me.GetProperty("locale").GetString(), me.GetProperty("timeZone").GetString())
            .ShouldBe(("Countess", "ru", "Asia/Tokyo"));
    }

    [Theory]
    [InlineData("""{"displayName":null}""", "displayName", "required")]
    [InlineData("""{"locale":"de"}""", "locale", "locale")]
    [InlineData("""{"timeZone":"Nowhere"}""", "timeZone", "time-zone")]
    [InlineData("""{"timeZone":null}""", "timeZone", "required")]
    [InlineData("""{"email":"new@example.org"}""", "email", "unknown-member")]
    [InlineData("""{"displayName":5}""", "displayName", "json")]
    public async Task names_the_field_that_is_wrong(string patch, string field, string code)
    {
        var user = await app.RegisterAsync();

        (await user.Client.PatchAsync(Me, patch)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task can_be_deleted_with_the_password_and_leaves_nothing_behind()
    {
        var user = await app.RegisterAsync();
        var other = await user.LogInAgainAsync();
        await app.Mail.NextAsync(user.Email);
        await app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email = user.Email });
        await app.Mail.NextAsync(user.Email);
        (await RowsAsync(user)).ShouldBeGreaterThan(5);

        (await user.Client.SendAsync(HttpMethod.Delete, Me, new { password = "wrong password" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await user.Client.SendAsync(HttpMethod.Delete, Me, new { })).ShouldBlame("password", "required");
        (await user.Client.SendAsync(HttpMethod.Delete, Me, new { password = user.Password })).ShouldBe(HttpStatusCode.NoContent);

        (await RowsAsync(user)).ShouldBe(0);
        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await app.RefreshAsync(other.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.LogInAsync(user.Email, user.Password)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-credentials");
        (await app.RegisterAsync(user.Email)).Id.ShouldNotBe(user.Id);
    }

    [Fact]
    public async Task is_deleted_whole_while_other_devices_are_busy()
    {
        var user = await app.RegisterAsync();

        var busy = Enumerable.Range(0, 5).SelectMany(_ => new[]
        {
            app.RefreshAsync(user.RefreshToken), app.LogInAsync(user.Email, user.Password), user.Client.PatchAsync(Me, new { displayName = "Busy" }),
        }).ToList();
        var deleted = await user.Client.SendAsync(HttpMethod.Delete, Me, new { password = user.Password });
        var answers = await Task.WhenAll(busy);

        deleted.ShouldBe(HttpStatusCode.NoContent);
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
        (await RowsAsync(user)).ShouldBe(0);
    }

    [Fact]
    public async Task can_be_exported_without_secrets()
    {
        var user = await app.RegisterAsync();
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await user.LogInAgainAsync("phone");

        var export = await user.Client.GetAsync("/api/v1/me/export");

        export.ShouldBe(HttpStatusCode.OK);
        export.ContentHeaders.ContentDisposition!.FileName.ShouldBe("mybudget-export.json");
        export.Body.GetProperty("profile").GetProperty("email").GetString().ShouldBe(user.Email);
        export.Body.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("device").GetString()).ShouldBe([null, "phone"]);
        foreach (var secret in new[] { "passwordHash", "$2", user.RefreshToken, "hash" }) export.Text.ShouldNotContain(secret, Case.Insensitive);
    }

    private async Task<long> RowsAsync(TestUser user)
    {
        var rows = 0L;
        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        foreach (var table in new[] { "credentials", "user_profile", "refresh_token", "sign_in_session", "mail_code" })
        {
            await using var command = database.CreateCommand($"select count(*) from mt_doc_{table} where data::text like $1");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"%{user.Id}%" });
            rows += (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        return rows;
    }
}
