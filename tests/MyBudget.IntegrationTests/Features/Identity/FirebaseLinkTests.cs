using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Firebase;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Whom somebody from Firebase turns out to be, and what becomes of the link.</summary>
[Collection(nameof(FirebaseApp))]
public sealed class FirebaseLinkTests(FirebaseApp app)
{
    [Fact]
    public async Task is_made_where_both_sides_have_confirmed_the_address()
    {
        var user = await RegisterAsync(confirmed: true);

        var answer = await app.SignInAsync(app.TokenOf(app.NewUid(), user.Email.ToUpperInvariant()));

        FirebaseApp.UserOf(answer.ShouldBe(HttpStatusCode.OK)).ShouldBe(user.Id);
        (await app.Identity.LogInAsync(user.Email, user.Password)).ShouldBe(HttpStatusCode.OK);
        (await user.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task is_not_made_with_an_account_that_may_be_a_strangers()
    {
        var stranger = await RegisterAsync(confirmed: false);
        var token = app.TokenOf(app.NewUid(), stranger.Email);

        (await app.SignInAsync(token)).ShouldBeProblem(HttpStatusCode.Conflict, "auth.firebase-link-needed");

        // The owner of the mailbox takes the account over, which shuts the stranger out, and comes again.
        await ResetPasswordAsync(stranger.Email, "another password");
        FirebaseApp.UserOf((await app.SignInAsync(token)).ShouldBe(HttpStatusCode.OK)).ShouldBe(stranger.Id);
        (await stranger.IsSignedInAsync()).ShouldBeFalse();
        (await app.Identity.LogInAsync(stranger.Email, stranger.Password)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task is_not_made_for_an_address_that_firebase_has_not_confirmed(bool confirmedHere)
    {
        var user = await RegisterAsync(confirmedHere);

        var answer = await app.SignInAsync(app.TokenOf(app.NewUid(), user.Email, emailVerified: false));

        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-email-needed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not an address")]
    [InlineData("\"a@b\"@example.org")]
    public async Task needs_an_address(string? email)
    {
        var answer = await app.SignInAsync(app.TokenOf(app.NewUid(), email), headers: ("Accept-Language", "ru"));

        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-email-needed");
        answer.Body.GetProperty("detail").GetString().ShouldBe("Для первого входа нужен адрес электронной почты, подтверждённый в Firebase.");
    }

    [Fact]
    public async Task needs_an_address_that_is_confirmed_even_where_nobody_has_it_yet()
    {
        var email = app.Identity.NewEmail();

        (await app.SignInAsync(app.TokenOf(app.NewUid(), email, emailVerified: false)))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-email-needed");

        (await app.Identity.RegisterAsync(email)).Email.ShouldBe(email);
    }

    [Fact]
    public async Task once_made_does_not_depend_on_the_address()
    {
        var (uid, other) = (app.NewUid(), await RegisterAsync(confirmed: true));
        var user = FirebaseApp.UserOf(await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail())));

        foreach (var token in new[] { app.TokenOf(uid, other.Email), app.TokenOf(uid, app.Identity.NewEmail(), emailVerified: false), app.TokenOf(uid, null) })
            FirebaseApp.UserOf((await app.SignInAsync(token)).ShouldBe(HttpStatusCode.OK)).ShouldBe(user);
    }

    [Fact]
    public async Task leaves_a_new_user_without_a_password_until_they_set_one()
    {
        var email = app.Identity.NewEmail();
        var signedIn = await app.SignInAsync(app.TokenOf(app.NewUid(), email));
        var wrong = await app.Identity.LogInAsync(app.Identity.NewEmail(), "wrong password");

        var refused = await app.Identity.LogInAsync(email, "wrong password");
        refused.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-credentials");
        refused.Body.GetProperty("detail").GetString().ShouldBe(wrong.Body.GetProperty("detail").GetString());
        (await app.ClientOf(signedIn).PostAsync("/api/v1/auth/password/change", new { currentPassword = "wrong password", newPassword = IdentityApp.Password }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");

        await ResetPasswordAsync(email, IdentityApp.Password);
        FirebaseApp.UserOf((await app.Identity.LogInAsync(email, IdentityApp.Password)).ShouldBe(HttpStatusCode.OK)).ShouldBe(FirebaseApp.UserOf(signedIn));
    }

    [Fact]
    public async Task is_exported_with_its_sessions()
    {
        var uid = app.NewUid();
        var signedIn = await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()));

        var export = (await app.ClientOf(signedIn).GetAsync("/api/v1/me/export")).ShouldBe(HttpStatusCode.OK).Body;

        var link = export.GetProperty("firebaseLinks").EnumerateArray().ShouldHaveSingleItem();
        link.GetProperty("projectId").GetString().ShouldBe(GooglePeer.ProjectId);
        link.GetProperty("uid").GetString().ShouldBe(uid);
        export.GetProperty("sessions").EnumerateArray().ShouldHaveSingleItem().GetProperty("through").GetString().ShouldBe($"{GooglePeer.ProjectId}/{uid}");
    }

    [Fact]
    public async Task proves_who_deletes_a_ledger()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var ledger = await app.ClientOf(await app.SignInAsync(app.TokenOf(uid, email))).CreateLedgerAsync();

        (await DeleteAsync(app.TokenOf(app.NewUid(), email))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-sign-in-again");
        (await DeleteAsync(app.TokenOf(uid, email))).ShouldBe(HttpStatusCode.NoContent);

        Task<ApiResponse> DeleteAsync(string idToken) => ledger.SendAsync(HttpMethod.Delete, ledger.Path, new { idToken });
    }

    [Fact]
    public async Task goes_with_the_user_who_is_asked_for_a_sign_in_of_just_now()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var signedIn = await app.SignInAsync(app.TokenOf(uid, email));
        var old = app.Claims(uid, email);
        old["auth_time"] = app.Now.AddMinutes(-6).ToUnixTimeSeconds();

        foreach (var bad in new[] { app.Google.Keys.Values.First().Sign(old), app.TokenOf(app.NewUid(), email), "a.b.c" })
            (await DeleteAsync(new { idToken = bad })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-sign-in-again");
        (await DeleteAsync(new { password = "wrong password" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.wrong-password");
        (await DeleteAsync(new { })).ShouldBlame("password", "required");
        (await DeleteAsync(new { idToken = app.TokenOf(uid, email) })).ShouldBe(HttpStatusCode.NoContent);

        (await app.ClientOf(signedIn).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        var again = await app.SignInAsync(app.TokenOf(uid, email));
        FirebaseApp.UserOf(again.ShouldBe(HttpStatusCode.Created)).ShouldNotBe(FirebaseApp.UserOf(signedIn));

        Task<ApiResponse> DeleteAsync(object body) => app.ClientOf(signedIn).SendAsync(HttpMethod.Delete, "/api/v1/me", body);
    }

    private async Task<TestUser> RegisterAsync(bool confirmed)
    {
        var user = await app.Identity.RegisterAsync();
        if (!confirmed) return user;
        var code = await app.Identity.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        return user;
    }

    private async Task ResetPasswordAsync(string email, string newPassword)
    {
        (await app.Identity.Anonymous.PostAsync("/api/v1/auth/password/forgot", new { email })).ShouldBe(HttpStatusCode.Accepted);
        var mail = await app.Identity.Mail.NextAsync(email);
        if (mail.Subject != "Set a new password") mail = await app.Identity.Mail.NextAsync(email);
        (await app.Identity.Anonymous.PostAsync("/api/v1/auth/password/reset", new { email, code = Mailbox.CodeIn(mail), newPassword }))
            .ShouldBe(HttpStatusCode.NoContent);
    }
}
