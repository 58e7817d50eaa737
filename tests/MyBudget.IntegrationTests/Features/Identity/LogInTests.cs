using System.Net;
using Npgsql;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class LogInTests(IdentityApp app)
{
    [Fact]
    public async Task answers_as_a_registration_does()
    {
        var user = await app.RegisterAsync();

        var answer = await app.LogInAsync($"  {user.Email.ToUpperInvariant()}", user.Password);

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Body.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["user", "accessToken", "refreshToken", "expiresIn", "tokenType", "installation"], ignoreOrder: true);
        answer.Body.GetProperty("user").GetProperty("id").GetGuid().ShouldBe(user.Id);
        answer.Headers.CacheControl?.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task answers_an_unknown_user_exactly_like_a_wrong_password()
    {
        var user = await app.RegisterAsync();

        var wrong = await app.LogInAsync(user.Email, "wrong password");
        var unknown = await app.LogInAsync(app.NewEmail(), "wrong password");

        wrong.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-credentials");
        WithoutTrace(unknown).ShouldBe(WithoutTrace(wrong));
        unknown.Headers.Select(header => header.Key).ShouldBe(wrong.Headers.Select(header => header.Key));
        wrong.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");

        static string WithoutTrace(ApiResponse answer) =>
            answer.Text.Replace(answer.Body.GetProperty("traceId").GetString()!, string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_a_bad_sign_in_in_the_language_of_the_request()
    {
        var russian = await app.LogInAsync(app.NewEmail(), "wrong password", headers: ("Accept-Language", "ru"));
        var english = await app.LogInAsync(app.NewEmail(), "wrong password", headers: ("Accept-Language", "en"));

        russian.Body.GetProperty("detail").GetString().ShouldBe("Неверный адрес электронной почты или пароль.");
        english.Body.GetProperty("detail").GetString().ShouldBe("The e-mail address or the password is wrong.");
    }

    [Fact]
    public async Task hashes_the_password_anew_once_the_cost_has_risen()
    {
        var user = await app.RegisterAsync();
        (await CostAsync(user)).ShouldBe("04");

        await using var costlier = await app.StartHostAsync(("Passwords:WorkFactor", "5"));
        (await app.LogInAsync(user.Email, user.Password, costlier)).ShouldBe(HttpStatusCode.OK);

        (await CostAsync(user)).ShouldBe("05");
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
        (await CostAsync(user)).ShouldBe("05");
    }

    [Fact]
    public async Task names_the_field_that_is_wrong()
    {
        (await app.LogInAsync("nobody", "secret")).ShouldBlame("email", "email");
        (await app.LogInAsync(app.NewEmail(), string.Empty)).ShouldBlame("password", "required");
    }

    private async Task<string> CostAsync(TestUser user)
    {
        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = database.CreateCommand("select data->>'passwordHash' from mt_doc_credentials where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = user.Id });
        return ((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).Split('$')[2];
    }
}
