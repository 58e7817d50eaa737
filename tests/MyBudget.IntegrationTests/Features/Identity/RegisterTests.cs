using System.Net;
using System.Text;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class RegisterTests(IdentityApp app)
{
    [Fact]
    public async Task answers_the_user_and_tokens_that_work_at_once()
    {
        var email = $" {app.NewEmail().Replace("user", "User", StringComparison.Ordinal)}  ";
        var answer = await app.Anonymous.PostAsync(
            "/api/v1/auth/register", new { email, password = IdentityApp.Password, displayName = " Ada ", locale = "ru", timeZone = "Europe/Moscow" });

        answer.ShouldBe(HttpStatusCode.Created);
        answer.Body.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["user", "accessToken", "refreshToken", "expiresIn", "tokenType", "installation"], ignoreOrder: true);
        answer.Body.GetProperty("tokenType").GetString().ShouldBe("Bearer");
        answer.Body.GetProperty("expiresIn").GetInt32().ShouldBe(900);
        var user = answer.Body.GetProperty("user");
        user.GetProperty("email").GetString().ShouldBe(email.Trim());
        user.GetProperty("emailVerified").GetBoolean().ShouldBeFalse();
        user.GetProperty("displayName").GetString().ShouldBe("Ada");
        user.GetProperty("locale").GetString().ShouldBe("ru");
        user.GetProperty("timeZone").GetString().ShouldBe("Europe/Moscow");

        var me = await app.ClientOf(answer.Body.GetProperty("accessToken").GetString()).GetAsync("/api/v1/me");
        me.ShouldBe(HttpStatusCode.OK);
        me.Text.ShouldBe(user.GetRawText());
    }

    [Fact]
    public async Task takes_language_and_time_zone_from_the_request_where_none_is_given()
    {
        var answer = await app.Anonymous.PostAsync(
            "/api/v1/auth/register", new { email = app.NewEmail(), password = IdentityApp.Password, displayName = "Ада" }, ("Accept-Language", "ru-RU,ru;q=0.9"));

        answer.Body.GetProperty("user").GetProperty("locale").GetString().ShouldBe("ru");
        answer.Body.GetProperty("user").GetProperty("timeZone").GetString().ShouldBe("UTC");
    }

    [Fact]
    public async Task refuses_an_address_that_is_taken_in_any_spelling()
    {
        var user = await app.RegisterAsync();

        var again = await app.Anonymous.PostAsync(
            "/api/v1/auth/register", new { email = user.Email.ToUpperInvariant(), password = IdentityApp.Password, displayName = "Eve" },
            ("Accept-Language", "ru"));

        again.ShouldBeProblem(HttpStatusCode.Conflict, "auth.email-taken");
        again.Body.GetProperty("detail").GetString().ShouldBe("Учётная запись с этим адресом уже есть.");
    }

    [Fact]
    public async Task lets_exactly_one_of_many_at_once_have_an_address()
    {
        var email = app.NewEmail();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Anonymous.PostAsync(
            "/api/v1/auth/register", new { email, password = IdentityApp.Password, displayName = "Ada" })));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var lost in answers.Where(answer => answer.Status != HttpStatusCode.Created))
            lost.ShouldBeProblem(HttpStatusCode.Conflict, "auth.email-taken");
    }

    [Theory]
    [InlineData("email", "not an address", "email")]
    [InlineData("email", "a@b@c", "email")]
    [InlineData("email", "", "required")]
    [InlineData("password", "1234567", "password-too-short")]
    [InlineData("password", null, "required")]
    [InlineData("displayName", "  ", "required")]
    [InlineData("displayName", "a\u0007b", "control-characters")]
    [InlineData("locale", "de", "locale")]
    [InlineData("timeZone", "Mars/Olympus", "time-zone")]
    [InlineData("timeZone", "W. Europe Standard Time", "time-zone")]
    [InlineData("timeZone", "../../etc/passwd", "time-zone")]
    public async Task names_the_field_that_is_wrong(string field, string? value, string code)
    {
        var body = new Dictionary<string, string?>
        {
            ["email"] = app.NewEmail(),
            ["password"] = IdentityApp.Password,
            ["displayName"] = "Ada",
            ["locale"] = "en",
            ["timeZone"] = "UTC",
            [field] = value,
        };

        (await app.Anonymous.PostAsync("/api/v1/auth/register", body)).ShouldBlame(field, code);
    }

    [Fact]
    public async Task refuses_a_password_that_is_the_address_too_long_or_has_a_nul()
    {
        var email = app.NewEmail();

        (await RegisterAsync(email.ToUpperInvariant())).ShouldBlame("password", "password-about-user");
        (await RegisterAsync(new string('x', 1001))).ShouldBlame("password", "password-too-long");
        (await RegisterAsync("12345678\0")).ShouldBlame("password");
        (await app.Anonymous.PostAsync("/api/v1/auth/register", """{"email":"a@example.org","password":"long enough","displayName":"A","admin":true}"""))
            .ShouldBlame("admin", "unknown-member");

        Task<ApiResponse> RegisterAsync(string password) =>
            app.Anonymous.PostAsync("/api/v1/auth/register", new { email, password, displayName = "Ada" });
    }

    [Fact]
    public async Task counts_every_character_of_a_long_password()
    {
        var most = string.Concat(Enumerable.Repeat("xyz", 333));
        var password = most + "1";
        var user = await app.RegisterAsync(password: password);

        (await app.LogInAsync(user.Email, password)).ShouldBe(HttpStatusCode.OK);
        (await app.LogInAsync(user.Email, most + "2")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-credentials");
    }

    [Fact]
    public async Task takes_a_password_in_either_unicode_form()
    {
        var user = await app.RegisterAsync(password: "пароль с буквой й".Normalize(NormalizationForm.FormC));

        (await app.LogInAsync(user.Email, "пароль с буквой й".Normalize(NormalizationForm.FormD))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task stores_neither_password_nor_token()
    {
        var user = await app.RegisterAsync(password: "only-in-the-head-of-its-owner");

        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        foreach (var table in new[] { "credentials", "user_profile", "refresh_token", "sign_in_session", "mail_code" })
        {
            await using var command = database.CreateCommand($"select count(*) from mt_doc_{table} where data::text like $1 or data::text like $2 or data::text like $3");
            foreach (var secret in new[] { user.Password, user.RefreshToken, user.AccessToken })
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"%{secret}%" });
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L, table);
        }
    }
}
