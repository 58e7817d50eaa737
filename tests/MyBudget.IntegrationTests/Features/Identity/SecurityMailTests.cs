using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class SecurityMailTests(IdentityApp app)
{
    [Fact]
    public async Task a_sign_in_from_an_unknown_device_is_told_once()
    {
        var user = await VerifiedAsync("en");

        await LogInAsync(user, "Ada's <tablet>");
        await LogInAsync(user, "Ada's <tablet>");

        var mail = await app.Mail.NextAsync(user.Email);
        mail.Subject.ShouldBe("New sign-in");
        mail.TextBody!.ShouldContain("    Ada's <tablet>");
        mail.HtmlBody!.ShouldContain("Ada&#39;s &lt;tablet&gt;");
        await ChangePasswordAsync(user);
        (await app.Mail.NextAsync(user.Email)).Subject.ShouldBe("Your password was changed");
    }

    [Fact]
    public async Task comes_in_the_language_and_the_time_of_the_user()
    {
        var user = await VerifiedAsync("ru");

        await LogInAsync(user, "Планшет");

        var mail = await app.Mail.NextAsync(user.Email);
        mail.Subject.ShouldBe("Новый вход");
        var local = TimeZoneInfo.ConvertTime(app.Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        mail.TextBody!.ShouldContain($"{local:HH:mm}");
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

    private async Task LogInAsync(TestUser user, string device) =>
        (await app.Anonymous.PostAsync("/api/v1/auth/login", new { email = user.Email, password = user.Password, device })).ShouldBe(HttpStatusCode.OK);

    private static async Task ChangePasswordAsync(TestUser user) =>
        (await user.Client.PostAsync("/api/v1/auth/password/change", new { currentPassword = user.Password, newPassword = "another long password" }))
        .ShouldBe(HttpStatusCode.NoContent);
}
