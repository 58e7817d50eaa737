using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class SecurityMailTests(IdentityApp app)
{
    [Fact]
    public async Task a_sign_in_is_told_unless_the_installation_proves_itself()
    {
        var user = await VerifiedAsync("en");

        var installation = await LogInAsync(user, "Ada's <tablet>", null, IdentityApp.From("2001:db8:7:42:1::9"));
        var mail = await app.Mail.NextAsync(user.Email);
        (await LogInAsync(user, "Ada's <tablet>", installation)).ShouldBe(installation);
        await LogInAsync(user, "Ada's <tablet>");
        var thiefs = await app.Mail.NextAsync(user.Email);

        mail.Subject.ShouldBe("New sign-in");
        mail.TextBody!.ShouldContain("    Ada's <tablet>");
        mail.TextBody!.ShouldContain("    2001:db8:7:42::/64");
        mail.HtmlBody!.ShouldContain("Ada&#39;s &lt;tablet&gt;");
        thiefs.Subject.ShouldBe("New sign-in", "a name is no proof");
        await ChangePasswordAsync(user);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Your password was changed");
    }

    [Fact]
    public async Task a_device_is_called_what_can_be_seen_and_makes_no_link()
    {
        var user = await VerifiedAsync("en");

        await LogInAsync(user, "Your\u202e account is\u2028 locked: https://evil.example/unlock");

        var text = (await app.Mail.NextAsync(user.Email)).TextBody!;
        text.ShouldContain("    Your account is locked: https evil. example/unlock");
    }

    [Fact]
    public async Task a_session_whose_key_two_parties_used_is_told()
    {
        var user = await VerifiedAsync("ru");
        await app.RefreshAsync(user.RefreshToken);
        app.Time.Advance(TimeSpan.FromMinutes(2));

        (await app.RefreshAsync(user.RefreshToken)).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Сеанс завершён");
    }

    [Fact]
    public async Task comes_in_the_language_and_the_time_of_the_user()
    {
        var user = await VerifiedAsync("ru");

        await LogInAsync(user, "Планшет");

        var mail = await app.Mail.NextAsync(user.Email);
        mail.Subject.ShouldBe("Новый вход");
        var local = TimeZoneInfo.ConvertTime(app.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        mail.TextBody!.ShouldContain($"{local.ToString("d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("ru"))} (Europe/Berlin)");
        mail.TextBody!.ShouldContain("Планшет");
    }

    [Fact]
    public async Task an_address_that_was_never_confirmed_gets_none()
    {
        var user = await app.RegisterAsync();
        await app.Mail.NextAsync(user.Email);

        await LogInAsync(user, "tablet");
        await ChangePasswordAsync(user);
        (await app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email = user.Email })).ShouldBe(HttpStatusCode.Accepted);

        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Set a new password");
    }

    private async Task<TestUser> VerifiedAsync(string locale)
    {
        var user = await app.RegisterAsync(locale: locale);
        var code = await app.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        return user;
    }

    /// <returns>The installation.</returns>
    private async Task<string?> LogInAsync(TestUser user, string device, string? installation = null, params (string, string)[] from)
    {
        var answer = await app.Anonymous.PostAsync(
            "/api/v1/auth/login", new { email = user.Email, password = user.Password, device, installation }, from);
        answer.ShouldBe(HttpStatusCode.OK);
        return answer.Body.GetProperty("installation").GetString();
    }

    private static async Task ChangePasswordAsync(TestUser user) =>
        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = "another long password" }))
        .ShouldBe(HttpStatusCode.NoContent);
}
