using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alba;
using MyBudget.IntegrationTests.Infrastructure.Firebase;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Features.Identity;

[Collection(nameof(FirebaseApp))]
public sealed class ForgetFirebaseUserTests(FirebaseApp app)
{
    [Fact]
    public async Task ends_all_sign_ins_of_a_user_without_a_password_and_keeps_what_is_theirs()
    {
        var (uid, email) = (app.NewUid(), app.Identity.NewEmail());
        var signedIn = await app.SignInAsync(app.TokenOf(uid, email));
        var ledger = (await app.ClientOf(signedIn).PostAsync("/api/v1/ledgers", new { name = "Home", currency = "EUR" })).Id;

        (await TellAsync(uid)).ShouldBe(HttpStatusCode.NoContent);

        (await app.ClientOf(signedIn).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.Identity.RefreshAsync(signedIn.Body.GetProperty("refreshToken").GetString()!, app.Host)).ShouldBe(HttpStatusCode.Unauthorized);

        // The same person comes back as another Firebase user with the same address.
        var back = await app.SignInAsync(app.TokenOf(app.NewUid(), email));
        FirebaseApp.UserOf(back.ShouldBe(HttpStatusCode.OK)).ShouldBe(FirebaseApp.UserOf(signedIn));
        (await app.ClientOf(back).GetAsync($"/api/v1/ledgers/{ledger}")).ShouldBe(HttpStatusCode.OK);
        var export = (await app.ClientOf(back).GetAsync("/api/v1/me/export")).Body;
        export.GetProperty("firebaseLinks").GetArrayLength().ShouldBe(1);
        export.GetProperty("sessions").EnumerateArray().Select(session => session.GetProperty("endedBy").GetString()).ShouldContain("firebase-user-deleted");
    }

    [Fact]
    public async Task spares_the_sign_ins_with_a_password_or_through_another_link()
    {
        var user = await app.Identity.RegisterAsync();
        var code = await app.Identity.Mail.NextCodeAsync(user.Email);
        (await user.Client.PostAsync("/api/v1/auth/verify-email", new { code })).ShouldBe(HttpStatusCode.OK);
        var (gone, kept) = (app.NewUid(), app.NewUid());
        var throughGone = await app.SignInAsync(app.TokenOf(gone, user.Email));
        var throughKept = await app.SignInAsync(app.TokenOf(kept, user.Email));

        (await TellAsync(gone)).ShouldBe(HttpStatusCode.NoContent);

        (await app.ClientOf(throughGone).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await app.ClientOf(throughKept).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await user.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task may_be_repeated_and_may_name_somebody_unknown()
    {
        var uid = app.NewUid();
        (await TellAsync(uid)).ShouldBe(HttpStatusCode.NoContent);
        await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()));
        var (body, headers) = (Body(uid), Sign(Body(uid)));
        (await PostAsync(body, headers)).ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(body, headers)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task leaves_a_link_that_is_newer_than_the_deletion()
    {
        var uid = app.NewUid();
        var before = Body(uid);
        app.Identity.Time.Advance(TimeSpan.FromSeconds(1));
        var signedIn = await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()));

        (await PostAsync(before, Sign(before))).ShouldBe(HttpStatusCode.NoContent);

        (await app.ClientOf(signedIn).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await app.SignInAsync(app.TokenOf(uid, null))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("no headers")]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("another secret")]
    [InlineData("another body")]
    [InlineData("another time")]
    [InlineData("no version")]
    [InlineData("another version")]
    [InlineData("upper case")]
    [InlineData("cut short")]
    [InlineData("empty")]
    [InlineData("too old")]
    [InlineData("too early")]
    [InlineData("no number")]
    [InlineData("twice")]
    public async Task is_refused_with_a_signature_of(string fault)
    {
        var uid = app.NewUid();
        var signedIn = await app.SignInAsync(app.TokenOf(uid, app.Identity.NewEmail()));
        var body = Body(uid);
        var (time, signature) = (Sign(body)[0].Value, Sign(body)[1].Value);
        var headers = fault switch
        {
            "no headers" => [],
            "no signature" => [("X-MyBudget-Timestamp", time)],
            "no timestamp" => [("X-MyBudget-Signature", signature)],
            "another secret" => Sign(body, secret: "a secret that nobody knows"),
            "another body" => Sign(body + " "),
            "another time" => Headers($"{long.Parse(time, CultureInfo.InvariantCulture) + 1}", signature),
            "no version" => Headers(time, signature[3..]),
            "another version" => Headers(time, $"v2={signature[3..]}"),
            "upper case" => Headers(time, $"v1={signature[3..].ToUpperInvariant()}"),
            "cut short" => Headers(time, signature[..^1]),
            "empty" => Headers(time, "v1="),
            "too old" => Sign(body, app.Now.AddSeconds(-301)),
            "too early" => Sign(body, app.Now.AddSeconds(301)),
            "no number" => Headers("now", signature),
            "twice" => [("X-MyBudget-Timestamp", time), .. Headers(time, signature)],
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

        (await PostAsync(body, headers)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-signature");
        (await app.ClientOf(signedIn).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public async Task forgives_clocks_five_minutes(int seconds)
    {
        var body = Body(app.NewUid());
        (await PostAsync(body, Sign(body, app.Now.AddSeconds(seconds)))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task is_refused_about_another_project()
    {
        var body = Body(app.NewUid(), project: "other");
        (await PostAsync(body, Sign(body))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "auth.firebase-other-project");
    }

    [Theory]
    [InlineData("{", null)]
    [InlineData("null", null)]
    [InlineData("{}", "uid")]
    [InlineData("{\"projectId\":\"p\",\"uid\":\"u\"}", "deletedAt")]
    [InlineData("{\"projectId\":\"p\",\"uid\":\"u\",\"deletedAt\":\"soon\"}", "deletedAt")]
    [InlineData("{\"projectId\":\"p\",\"uid\":\"u\\u0000\",\"deletedAt\":\"2026-03-14T15:09:26Z\"}", "uid")]
    [InlineData("{\"projectId\":\"p\",\"uid\":\"u\",\"deletedAt\":\"2026-03-14T15:09:26Z\",\"more\":1}", "more")]
    public async Task names_what_is_wrong_with_a_signed_body(string body, string? field)
    {
        var answer = await PostAsync(body, Sign(body));
        if (field is null) answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        else answer.ShouldBlame(field);
    }

    [Theory]
    [InlineData("Firebase:HookSecret")]
    [InlineData("Firebase:ProjectId")]
    public async Task is_not_there_without(string setting)
    {
        await using var host = await app.StartHostAsync(app.Google, (setting, null));
        var body = Body(app.NewUid());
        (await PostAsync(body, Sign(body), host)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await PostAsync(body, Sign(body, secret: string.Empty), host)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task needs_a_secret_that_cannot_be_guessed()
    {
        var (code, errors) = await RunningProgram.RunToEndAsync("Production", app.Identity.ConnectionString, [("Firebase__HookSecret", "secret")]);
        code.ShouldNotBe(0);
        errors.ShouldContain("Firebase:HookSecret has at least 16 characters");
    }

    private Task<ApiResponse> TellAsync(string uid)
    {
        var body = Body(uid);
        return PostAsync(body, Sign(body));
    }

    private Task<ApiResponse> PostAsync(string body, (string Name, string Value)[] headers, IAlbaHost? host = null) =>
        app.ClientOf(null, host).PostAsync("/api/v1/internal/firebase/user-deleted", body, headers);

    private string Body(string uid, string project = GooglePeer.ProjectId) =>
        JsonSerializer.Serialize(new { projectId = project, uid, deletedAt = app.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });

    private (string Name, string Value)[] Sign(string body, DateTimeOffset? at = null, string secret = FirebaseApp.Secret)
    {
        var time = (at ?? app.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Headers(time, $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}");
    }

    private static (string Name, string Value)[] Headers(string time, string signature) => [("X-MyBudget-Timestamp", time), ("X-MyBudget-Signature", signature)];
}
