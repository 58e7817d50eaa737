using System.Net;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Signing out by what an app still has: an access token, a refresh token, a cookie.</summary>
[Collection(nameof(IdentityApp))]
public sealed class SignOutTests(IdentityApp app)
{
    private const string LogOut = "/api/v1/auth/logout";

    [Fact]
    public async Task by_the_cookie_needs_no_access_token_and_takes_the_cookie_away()
    {
        var browser = new Browser(app);
        var (_, access) = await browser.RegisterAsync();

        (await browser.PostAsync("logout", "{}")).ShouldBe(HttpStatusCode.NoContent);

        browser.Cookie.ShouldBeNull();
        (await app.ClientOf(access).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task takes_the_cookie_away_whatever_the_answer_is()
    {
        var answer = await app.Anonymous.PostAsync(LogOut, "{}", Browser.Asks, ("Cookie", $"{Browser.Name}=no-such-token"));
        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");
        Browser.Drops(answer).ShouldBeTrue();

        var browser = new Browser(app);
        var (_, access) = await browser.RegisterAsync();
        var byToken = await app.ClientOf(access).PostAsync(LogOut, null, Browser.Asks);
        byToken.ShouldBe(HttpStatusCode.NoContent);
        Browser.Drops(byToken).ShouldBeTrue();
        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task by_a_refresh_token_of_any_age_can_be_repeated()
    {
        var user = await app.RegisterAsync();
        var newest = (await app.RefreshAsync(user.RefreshToken)).Body.GetProperty("refreshToken").GetString()!;
        var body = new { refreshToken = user.RefreshToken };

        (await app.Anonymous.PostAsync(LogOut, body)).ShouldBe(HttpStatusCode.NoContent);
        (await app.Anonymous.PostAsync(LogOut, body)).ShouldBe(HttpStatusCode.NoContent);

        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await app.RefreshAsync(newest)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ends_every_session_that_is_named_and_no_other()
    {
        var user = await app.RegisterAsync();
        var (other, third) = (await user.LogInAgainAsync(), await user.LogInAgainAsync());

        (await user.Client.PostAsync(LogOut, new { refreshToken = other.RefreshToken })).ShouldBe(HttpStatusCode.NoContent);

        (await user.IsSignedInAsync()).ShouldBeFalse();
        (await other.IsSignedInAsync()).ShouldBeFalse();
        (await third.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task without_anything_that_is_good_is_refused()
    {
        (await app.Anonymous.PostAsync(LogOut)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        (await app.Anonymous.PostAsync(LogOut, "{}")).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        (await app.ClientOf("no-such-token").PostAsync(LogOut)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        (await app.Anonymous.PostAsync(LogOut, new { refreshToken = "no-such-token" })).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");
        (await app.Anonymous.PostAsync(LogOut, new { refreshToken = new string('a', 201) })).ShouldBlame("refreshToken", "too-long");
        (await app.Anonymous.PostAsync(LogOut, """{"refreshToken":5}""")).ShouldBlame("refreshToken", "json");
        (await app.Anonymous.PostAsync(LogOut, """{"token":"x"}""")).ShouldBlame("token", "unknown-member");
    }

    [Fact]
    public async Task the_users_own_end_takes_the_cookie_away()
    {
        var browser = new Browser(app);
        var (_, access) = await browser.RegisterAsync();

        (await browser.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = "wrong password" }, access)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Cookie.ShouldNotBeNull();
        (await browser.SendAsync(HttpMethod.Delete, "/api/v1/me", new { password = IdentityApp.Password }, access)).ShouldBe(HttpStatusCode.NoContent);
        browser.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task of_the_list_takes_the_cookie_of_this_browser_away_alone()
    {
        var browser = new Browser(app);
        var (email, access) = await browser.RegisterAsync();
        await app.LogInAsync(email, IdentityApp.Password);
        var sessions = (await app.ClientOf(access).GetAsync("/api/v1/me/sessions")).Items;
        Guid Id(bool current) => sessions.Single(session => session.GetProperty("current").GetBoolean() == current).GetProperty("id").GetGuid();

        (await browser.SendAsync(HttpMethod.Delete, $"/api/v1/me/sessions/{Id(current: false)}", null, access)).ShouldBe(HttpStatusCode.NoContent);
        browser.Cookie.ShouldNotBeNull();
        (await browser.SendAsync(HttpMethod.Delete, $"/api/v1/me/sessions/{Id(current: true)}", null, access)).ShouldBe(HttpStatusCode.NoContent);
        browser.Cookie.ShouldBeNull();
    }
}
