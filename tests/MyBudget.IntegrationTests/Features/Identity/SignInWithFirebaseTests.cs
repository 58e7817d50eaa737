using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Firebase;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(FirebaseApp))]
public sealed class SignInWithFirebaseTests(FirebaseApp app)
{
    [Fact]
    public async Task creates_the_user_the_first_time_and_knows_them_the_second()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());

        var first = await app.SignInAsync(app.TokenOf(uid, email), headers: ("Accept-Language", "ru"));
        var second = await app.SignInAsync(app.TokenOf(uid, email));

        first.ShouldBe(HttpStatusCode.Created);
        first.Body.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["user", "accessToken", "refreshToken", "expiresIn", "tokenType", "installation"], ignoreOrder: true);
        var user = first.Body.GetProperty("user");
        user.GetProperty("email").GetString().ShouldBe(email);
        user.GetProperty("emailVerified").GetBoolean().ShouldBeTrue();
        user.GetProperty("displayName").GetString().ShouldBe("Ada Lovelace");
        user.GetProperty("locale").GetString().ShouldBe("ru");
        user.GetProperty("timeZone").GetString().ShouldBe("UTC");
        second.ShouldBe(HttpStatusCode.OK);
        second.Body.GetProperty("user").GetRawText().ShouldBe(user.GetRawText());
        (await app.ClientOf(second).GetAsync("/api/v1/me")).Text.ShouldBe(user.GetRawText());
    }

    [Fact]
    public async Task of_a_browser_puts_the_refresh_token_into_its_cookie()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());

        var first = await app.SignInAsync(app.TokenOf(uid, email), headers: Browser.Asks);
        var second = await app.SignInAsync(app.TokenOf(uid, email), headers: Browser.Asks);

        first.ShouldBe(HttpStatusCode.Created).Headers.Location!.ToString().ShouldBe("/api/v1/me");
        second.ShouldBe(HttpStatusCode.OK);
        foreach (var answer in new[] { first, second })
        {
            answer.Body.TryGetProperty("refreshToken", out _).ShouldBeFalse();
            Browser.SaidBy(answer)!.Name.Value.ShouldBe(Browser.Name);
        }
    }

    [Fact]
    public async Task takes_what_the_new_user_says_of_themselves()
    {
        var idToken = app.TokenOf(app.NewUid(), app.Identity.NewEmail());

        var answer = await app.ClientOf((string?)null).PostAsync(
            "/api/v1/auth/firebase", new { idToken, device = "Ada's phone", displayName = " Ада ", locale = "ru", timeZone = "Europe/Moscow" });

        answer.ShouldBe(HttpStatusCode.Created);
        var user = answer.Body.GetProperty("user");
        user.GetProperty("displayName").GetString().ShouldBe("Ада");
        user.GetProperty("locale").GetString().ShouldBe("ru");
        user.GetProperty("timeZone").GetString().ShouldBe("Europe/Moscow");
        (await app.ClientOf(answer).GetAsync("/api/v1/me/sessions")).Items.Single().GetProperty("device").GetString().ShouldBe("Ada's phone");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \u0007 ", null)]
    [InlineData("Ada\nLovelace", "AdaLovelace")]
    public async Task makes_do_with_the_name_that_firebase_has(string? name, string? expected)
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        app.Google.Users[uid] = new GoogleUser();

        var answer = await app.SignInAsync(app.Google.Keys.Values.First().Sign(app.Claims(uid, email, name: name)));

        answer.Body.GetProperty("user").GetProperty("displayName").GetString().ShouldBe(expected ?? email.Split('@')[0]);
    }

    [Fact]
    public async Task cuts_a_long_name_between_characters()
    {
        var uid = app.NewUid();
        app.Google.Users[uid] = new GoogleUser();
        var name = "a" + string.Concat(Enumerable.Repeat("😀", 100));

        var answer = await app.SignInAsync(app.Google.Keys.Values.First().Sign(app.Claims(uid, app.Identity.NewEmail(), name: name)));

        answer.ShouldBe(HttpStatusCode.Created);
        answer.Body.GetProperty("user").GetProperty("displayName").GetString().ShouldBe("a" + string.Concat(Enumerable.Repeat("😀", 49)));
    }

    [Fact]
    public async Task takes_of_a_name_what_can_be_seen()
    {
        var uid = app.NewUid();
        app.Google.Users[uid] = new GoogleUser();

        var answer = await app.SignInAsync(app.Google.Keys.Values.First().Sign(app.Claims(uid, app.Identity.NewEmail(), name: "Ada\u202e Love\u200blace")));

        answer.ShouldBe(HttpStatusCode.Created);
        answer.Body.GetProperty("user").GetProperty("displayName").GetString().ShouldBe("Ada Lovelace");
    }

    [Fact]
    public async Task makes_one_user_of_many_first_sign_ins_at_once()
    {
        await using var replica = await app.StartHostAsync(app.Google);
        var token = app.TokenOf(app.NewUid(), app.Identity.NewEmail());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => app.SignInAsync(token, i % 2 == 0 ? app.Host : replica)));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(9);
        answers.Select(FirebaseApp.UserOf).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task lets_exactly_one_of_many_new_users_have_an_address()
    {
        var email = app.Identity.NewEmail();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.SignInAsync(app.TokenOf(app.NewUid(), email))));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Conflict);
        var again = await app.SignInAsync(app.TokenOf(app.NewUid(), email));
        FirebaseApp.UserOf(again.ShouldBe(HttpStatusCode.OK)).ShouldBe(FirebaseApp.UserOf(answers.Single(answer => answer.Status == HttpStatusCode.Created)));
    }

    [Fact]
    public async Task is_a_sign_in_like_any_other()
    {
        var signedIn = await app.SignInAsync(app.TokenOf(app.NewUid(), app.Identity.NewEmail()));

        var refreshed = await app.Identity.RefreshAsync(signedIn.Body.GetProperty("refreshToken").GetString()!, app.Host);

        FirebaseApp.UserOf(refreshed.ShouldBe(HttpStatusCode.OK)).ShouldBe(FirebaseApp.UserOf(signedIn));
        (await app.ClientOf(refreshed).PostAsync("/api/v1/auth/logout")).ShouldBe(HttpStatusCode.NoContent);
        (await app.ClientOf(signedIn).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.ClientOf(refreshed).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task is_told_by_mail_when_the_device_is_new()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        string? installation = null;
        foreach (var (device, isOwn) in new[] { ("phone", true), ("phone", true), ("stranger's phone", false) })
        {
            var answer = await app.ClientOf((string?)null).PostAsync(
                "/api/v1/auth/firebase", new { idToken = app.TokenOf(uid, email), device, installation = isOwn ? installation : null });
            answer.Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
            installation = answer.Body.GetProperty("installation").GetString();
        }

        var mail = await app.Identity.Mail.NextAsync(email);

        mail.Subject.ShouldBe("New sign-in");
        mail.TextBody!.ShouldContain("stranger's phone");
        app.Identity.Mail.CountFor(email).ShouldBe(1);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("deleted")]
    [InlineData("revoked")]
    public async Task refuses_a_user_whom_firebase_does_not_admit_any_more(string fate)
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var token = app.TokenOf(uid, email);
        (await app.SignInAsync(token)).ShouldBe(HttpStatusCode.Created);

        if (fate == "deleted") app.Google.Users.Remove(uid, out _);
        else app.Google.Users[uid] = fate == "disabled" ? new GoogleUser(Disabled: true) : new GoogleUser(ValidSince: app.Now.AddSeconds(1).ToUnixTimeSeconds());

        (await app.SignInAsync(token)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.firebase-user-gone");
    }

    [Fact]
    public async Task takes_a_sign_in_of_the_second_in_which_others_were_revoked()
    {
        var uid = app.NewUid();
        app.Google.Users[uid] = new GoogleUser(ValidSince: app.Now.ToUnixTimeSeconds());

        (await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()))).ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NoContent)]
    public async Task admits_nobody_of_whom_google_does_not_tell(HttpStatusCode status)
    {
        await using var google = await GooglePeer.StartAsync();
        await using var host = await app.StartHostAsync(google, ("Attempts:Login:PerAddress", "3"));
        var uid = app.NewUid();
        google.Users[uid] = new GoogleUser();
        var token = google.Keys.Values.Single().Sign(app.Claims(uid, app.Identity.NewEmail()));
        var address = IdentityApp.From($"192.0.2.{(int)status % 250}");
        google.LookupStatus = status;
        for (var i = 0; i < 5; i++)
        {
            (await app.SignInAsync(token, host, address)).ShouldBeProblem(HttpStatusCode.ServiceUnavailable, "auth.firebase-unavailable")
                .Headers.RetryAfter.ShouldNotBeNull();
        }

        google.LookupStatus = HttpStatusCode.OK;
        (await app.SignInAsync(token, host, address)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task that_fails_is_an_attempt_of_the_address()
    {
        await using var strict = await app.StartHostAsync(app.Google, ("Attempts:Login:PerAddress", "3"));
        var (attacker, owner) = (IdentityApp.From("198.51.100.1"), IdentityApp.From("198.51.100.2"));
        var token = app.TokenOf(app.NewUid(), app.Identity.NewEmail());
        (await app.SignInAsync(token, strict, attacker)).ShouldBe(HttpStatusCode.Created);
        for (var i = 0; i < 3; i++) (await app.SignInAsync("a.b.c", strict, attacker)).ShouldBe(HttpStatusCode.Unauthorized);

        (await app.SignInAsync(token, strict, attacker)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "http.too-many-requests");
        (await app.SignInAsync(token, strict, owner)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task that_creates_users_runs_out_as_registration_does()
    {
        await using var strict = await app.StartHostAsync(app.Google, ("Attempts:Register:PerAddress", "2"));
        var address = IdentityApp.From("198.51.100.3");
        var token = app.TokenOf(app.NewUid(), app.Identity.NewEmail());
        (await app.SignInAsync(token, strict, address)).ShouldBe(HttpStatusCode.Created);
        (await app.SignInAsync(app.TokenOf(app.NewUid(), app.Identity.NewEmail()), strict, address)).ShouldBe(HttpStatusCode.Created);

        (await app.SignInAsync(app.TokenOf(app.NewUid(), app.Identity.NewEmail()), strict, address)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await app.SignInAsync(token, strict, address)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Firebase:ProjectId")]
    [InlineData("Firebase:ServiceAccount")]
    public async Task is_off_where_the_server_could_not_check(string missing)
    {
        await using var host = await app.StartHostAsync(app.Google, (missing, null));

        (await app.SignInAsync(app.TokenOf(app.NewUid(), app.Identity.NewEmail()), host)).ShouldBeProblem(HttpStatusCode.NotFound, "auth.firebase-off");
        var answer = await app.SignInAsync("x", app.Identity.Host, ("Accept-Language", "ru"));
        answer.ShouldBeProblem(HttpStatusCode.NotFound, "auth.firebase-off");
        answer.Body.GetProperty("detail").GetString().ShouldBe("Этот сервер не предлагает вход через Firebase.");
    }

    [Fact]
    public async Task takes_unsigned_tokens_of_the_emulator_alone_and_only_in_development()
    {
        await using var google = await GooglePeer.StartAsync();
        var emulator = ("FIREBASE_AUTH_EMULATOR_HOST", google.Host);
        await using var host = await app.Identity.StartHostAsync(("Firebase:ProjectId", GooglePeer.ProjectId), emulator);
        var uid = app.NewUid();
        google.Users[uid] = new GoogleUser();
        var claims = app.Claims(uid, app.Identity.NewEmail());

        (await app.SignInAsync(GoogleKey.WithoutSignature(claims), host)).ShouldBe(HttpStatusCode.Created);
        (await app.SignInAsync(google.Keys.Values.Single().Sign(claims), host)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-firebase-token");
        claims["aud"] = "other";
        (await app.SignInAsync(GoogleKey.WithoutSignature(claims), host)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-firebase-token");
        google.Users[uid] = new GoogleUser(Disabled: true);
        claims["aud"] = GooglePeer.ProjectId;
        (await app.SignInAsync(GoogleKey.WithoutSignature(claims), host)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.firebase-user-gone");

        var (code, errors) = await RunningProgram.RunToEndAsync("Production", app.Identity.ConnectionString, [emulator]);
        code.ShouldNotBe(0);
        errors.ShouldContain("FIREBASE_AUTH_EMULATOR_HOST is set, but the emulator signs nothing");
    }
}
