using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using MyBudget.Features.Identity;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(IdentityApp))]
public sealed class MailCodeTests(IdentityApp app)
{
    [Fact]
    public async Task confirm_the_address_they_were_sent_to()
    {
        var user = await app.RegisterAsync();
        var code = await app.Mail.NextCodeAsync(user.Email);

        var verified = await VerifyAsync(user, code);

        verified.ShouldBe(HttpStatusCode.OK);
        verified.Body.GetProperty("emailVerified").GetBoolean().ShouldBeTrue();
        (await user.Client.GetAsync("/api/v1/me")).Body.GetProperty("emailVerified").GetBoolean().ShouldBeTrue();
        (await VerifyAsync(user, code)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task work_for_ten_minutes()
    {
        var user = await app.RegisterAsync();
        var code = await app.Mail.NextCodeAsync(user.Email);
        app.Time.Advance(TimeSpan.FromMinutes(10));

        (await VerifyAsync(user, code)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task allow_five_tries_even_at_once()
    {
        var user = await app.RegisterAsync();
        var code = await app.Mail.NextCodeAsync(user.Email);
        for (var i = 0; i < 4; i++) (await VerifyAsync(user, Wrong(code))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
        (await VerifyAsync(user, $" {code[..4]} {code[4..]} ")).ShouldBe(HttpStatusCode.OK);

        var other = await app.RegisterAsync();
        var otherCode = await app.Mail.NextCodeAsync(other.Email);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => VerifyAsync(other, Wrong(otherCode))));
        await using var documents = app.Host.Services.GetRequiredService<IDocumentStore>().QuerySession("outside");
        (await documents.LoadAsync<MailCode>(MailCode.PrefixOf(other.Id, MailCodePurpose.VerifyEmail) + otherCode[..4], TestContext.Current.CancellationToken))!
            .Misses.ShouldBe(5);
        (await VerifyAsync(other, otherCode)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
    }

    [Fact]
    public async Task work_each_for_itself_until_one_is_used()
    {
        var user = await app.RegisterAsync();
        var codes = new List<string> { await app.Mail.NextCodeAsync(user.Email) };
        for (var i = 0; i < 2; i++)
        {
            (await app.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email = user.Email })).ShouldBe(HttpStatusCode.Accepted);
            codes.Add(await app.Mail.NextCodeAsync(user.Email));
        }

        for (var i = 0; i < 5; i++) await ResetAsync(Wrong(codes[2]));
        (await ResetAsync(codes[2])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");
        (await ResetAsync(codes[1])).ShouldBe(HttpStatusCode.NoContent);
        (await ResetAsync(codes[1])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.code-invalid");

        Task<ApiResponse> ResetAsync(string code) => app.Anonymous.PostAsync(
            "/api/v1/auth/password/reset", new { email = user.Email, code, newPassword = "a new password of hers" });
    }

    [Fact]
    public async Task of_one_purpose_and_user_do_not_serve_another()
    {
        var (ada, eve) = (await app.RegisterAsync(), await app.RegisterAsync());
        var adas = await app.Mail.NextCodeAsync(ada.Email);

        (await VerifyAsync(eve, adas)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email = ada.Email, code = adas, newPassword = "a new password" }))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await VerifyAsync(ada, adas)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("en", "Confirm your e-mail address", "Hello,", "Type it in MyBudget under Profile")]
    [InlineData("ru", "Подтвердите адрес электронной почты", "Здравствуйте!", "Введите его в MyBudget в разделе «Профиль»")]
    public async Task come_in_the_language_of_the_user_and_say_where_to_type_the_code(string locale, string subject, string greeting, string place)
    {
        var user = await app.RegisterAsync(locale: locale);

        var mail = await app.Mail.NextAsync(user.Email);

        mail.Subject.ShouldBe(subject);
        mail.TextBody!.ShouldContain(greeting);
        mail.TextBody!.ShouldNotContain("Ada", Case.Sensitive, "the address may be a stranger's, and the name anybody's words");
        mail.TextBody!.ShouldContain(place);
        Mailbox.CodeIn(mail).Length.ShouldBe(10);
        mail.From.Mailboxes.Single().Address.ShouldBe("no-reply@localhost");
        mail.Body!.Headers["Content-Language"].ShouldBe(locale);
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        mail.Date.ShouldBe(app.Time.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task reach_their_user_although_the_replica_that_was_asked_stops()
    {
        var user = await app.RegisterAsync();
        await app.Mail.NextAsync(user.Email);
        var nobody = app.NewEmail();

        await using (var stopping = await app.StartHostAsync())
        {
            foreach (var email in new[] { nobody, user.Email })
                (await app.ClientOf(null, stopping).PostAsync("/api/v1/auth/password/forgot", new { email })).ShouldBe(HttpStatusCode.Accepted);
        }

        Mailbox.CodeIn(await app.Mail.NextAsync(user.Email)).Length.ShouldBe(10);
        app.Mail.CountFor(user.Email).ShouldBe(2);
        app.Mail.CountFor(nobody).ShouldBe(0);
    }

    private static Task<ApiResponse> VerifyAsync(TestUser user, string code) => user.Client.PostAsync("/api/v1/auth/verify-email", new { code });

    /// <summary>It names the same request.</summary>
    private static string Wrong(string code) => code[..4] + (code[4..] == "000000" ? "111111" : "000000");
}
