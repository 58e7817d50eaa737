using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class PasswordTests(IdentityApp app)
{
    private const string NewPassword = "another long password";

    [Fact]
    public async Task a_change_ends_the_other_sessions()
    {
        var user = await app.RegisterAsync();
        var other = await user.LogInAgainAsync();

        (await ChangeAsync(user, user.Password, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await user.IsSignedInAsync()).ShouldBeTrue();
        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await app.RefreshAsync(other.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.OK);
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.LogInAsync(user.Email, NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_change_needs_the_current_password_and_a_good_new_one()
    {
        var user = await app.RegisterAsync();

        (await ChangeAsync(user, "not my password", NewPassword)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await ChangeAsync(user, user.Password, "short")).ShouldBlame("newPassword", "password-too-short");
        (await ChangeAsync(user, user.Password, user.Email)).ShouldBlame("newPassword", "password-about-user");
        (await ChangeAsync(user, user.Password, "Ada and Ada, 1815")).ShouldBe(HttpStatusCode.NoContent);
        (await ChangeAsync(user, "Ada and Ada, 1815", user.Password)).ShouldBe(HttpStatusCode.NoContent);
        (await ChangeAsync(user, user.Password, user.Password)).ShouldBlame("newPassword", "password-unchanged");
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task no_sign_in_with_the_old_password_survives_a_change_at_the_same_time()
    {
        var user = await app.RegisterAsync();

        var logins = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.LogInAsync(user.Email, user.Password)));
        (await ChangeAsync(user, user.Password, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        foreach (var login in (await logins).Where(login => login.Status == HttpStatusCode.OK))
            (await app.RefreshAsync(login.Body.GetProperty("refreshToken").GetString()!)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task a_mailed_code_sets_a_new_one_and_ends_every_session()
    {
        var user = await app.RegisterAsync();
        await app.Mail.NextAsync(user.Email);

        (await ForgotAsync(user.Email)).ShouldBe(HttpStatusCode.Accepted);
        var code = await app.Mail.NextCodeAsync(user.Email);
        (await ResetAsync(user.Email.ToUpperInvariant(), code, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await app.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        var login = await app.LogInAsync(user.Email, NewPassword);
        login.ShouldBe(HttpStatusCode.OK);
        login.Body.GetProperty("user").GetProperty("emailVerified").GetBoolean().ShouldBeTrue("the code came by mail");
        (await ResetAsync(user.Email, code, "yet another password")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task forgetting_one_is_answered_alike_for_those_who_have_no_account()
    {
        var user = await app.RegisterAsync();
        var nobody = app.NewEmail();

        var known = await ForgotAsync(user.Email);
        var unknown = await ForgotAsync(nobody);

        known.ShouldBe(HttpStatusCode.Accepted);
        unknown.ShouldBe(HttpStatusCode.Accepted);
        unknown.Text.ShouldBe(known.Text);
        (await ResetAsync(nobody, "1234567890", NewPassword)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
        (await ResetAsync(user.Email, "1234567890", NewPassword)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task a_change_makes_a_mailed_code_worthless()
    {
        var user = await app.RegisterAsync();
        await app.Mail.NextAsync(user.Email);
        await ForgotAsync(user.Email);
        var code = await app.Mail.NextCodeAsync(user.Email);

        (await ChangeAsync(user, user.Password, NewPassword)).ShouldBe(HttpStatusCode.NoContent);

        (await ResetAsync(user.Email, code, "yet another password")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task names_the_field_that_is_wrong()
    {
        var blank = await app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { });

        blank.ShouldBlame("email", "required");
        blank.ShouldBlame("code", "required");
        blank.ShouldBlame("newPassword", "required");
        (await ForgotAsync("nobody")).ShouldBlame("email", "email");
    }

    private static Task<ApiResponse> ChangeAsync(TestUser user, string currentPassword, string newPassword) =>
        user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword, newPassword });

    private Task<ApiResponse> ForgotAsync(string email) => app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email });

    private Task<ApiResponse> ResetAsync(string email, string code, string newPassword) =>
        app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email, code, newPassword });
}
