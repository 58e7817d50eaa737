using System.Net;
using Microsoft.Net.Http.Headers;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>The refresh token of a browser is in a cookie that no script reads and no other site makes it use.</summary>
[Collection(nameof(IdentityApp))]
public sealed class BrowserSessionTests(IdentityApp app)
{
    private static readonly string[] WithoutRefreshToken = ["user", "accessToken", "expiresIn", "tokenType"];

    [Fact]
    public async Task a_browser_that_has_signed_in_before_is_no_new_device()
    {
        var browser = new Browser(app);
        var (email, access) = await browser.RegisterAsync();
        (await app.ClientOf(access).PostAsync("/api/v1/auth/verify-email", new { code = await app.Mail.NextCodeAsync(email) })).ShouldBe(HttpStatusCode.OK);
        await browser.PostAsync("logout", "{}");
        var installation = browser.Installation.ShouldNotBeNull();

        var again = await browser.LogInAsync(email);
        var said = Browser.InstallationSaidBy(again).ShouldNotBeNull();
        await new Browser(app).LogInAsync(email);

        (said.HttpOnly, said.Secure, said.SameSite.ToString(), said.Path.Value).ShouldBe((true, true, "Strict", "/api/v1/auth"));
        said.Value.ToString().ShouldBe(installation);
        again.Body.TryGetProperty("installation", out _).ShouldBeFalse();
        (await app.Mail.NextAsync(email)).Subject.ShouldBe("New sign-in");
        (await browser.PostAsync("password/forgot", new { email })).ShouldBe(HttpStatusCode.Accepted);
        (await app.Mail.NextAsync(email)).Subject.ShouldBe("Set a new password");
    }

    [Fact]
    public async Task every_way_to_sign_in_puts_the_token_into_the_cookie_alone()
    {
        var browser = new Browser(app);
        var (email, _) = await browser.RegisterAsync();
        ShouldBeKept(browser);
        var registered = browser.Cookie;

        var answer = await browser.LogInAsync(email);
        answer.ShouldBe(HttpStatusCode.OK).Body.EnumerateObject().Select(member => member.Name).ShouldBe(WithoutRefreshToken, ignoreOrder: true);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        ShouldBeKept(browser);
        browser.Cookie.ShouldNotBe(registered);

        var refreshed = await browser.RefreshAsync();
        refreshed.ShouldBe(HttpStatusCode.OK).Body.EnumerateObject().Select(member => member.Name).ShouldBe(WithoutRefreshToken, ignoreOrder: true);
        ShouldBeKept(browser);
        refreshed.Text.ShouldNotContain(browser.Cookie!);
    }

    [Fact]
    public async Task a_refresh_goes_on_with_the_next_cookie()
    {
        var browser = new Browser(app);
        await browser.RegisterAsync();
        var first = browser.Cookie;

        for (var n = 0; n < 3; n++)
        {
            var access = (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.OK).Body.GetProperty("accessToken").GetString();
            (await app.ClientOf(access).GetAsync("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        }

        browser.Cookie.ShouldNotBe(first);
    }

    /// <summary>What a page of another site can make a browser do: a cookie, and no header.</summary>
    [Fact]
    public async Task without_the_header_the_cookie_is_not_looked_at()
    {
        var browser = new Browser(app);
        await browser.RegisterAsync();
        var cookie = ("Cookie", $"{Browser.Name}={browser.Cookie}");

        var refresh = await app.Anonymous.PostAsync("/api/v1/auth/refresh", "{}", cookie);
        refresh.ShouldBlame("refreshToken", "required");
        Browser.SaidBy(refresh).ShouldBeNull();
        var logout = await app.Anonymous.PostAsync("/api/v1/auth/logout", "{}", cookie);
        logout.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
        Browser.SaidBy(logout).ShouldBeNull();

        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.OK);
        Browser.SaidBy(await app.LogInAsync(app.NewEmail(), "wrong password", headers: cookie)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Cookie")]
    [InlineData("token")]
    [InlineData("cookie, cookie")]
    public async Task the_header_has_one_value(string value)
    {
        var user = await app.RegisterAsync();
        var header = ("X-MyBudget-Session", value);

        (await app.LogInAsync(user.Email, user.Password, headers: header)).ShouldBlame("X-MyBudget-Session", "unknown-value");
        (await app.Anonymous.PostAsync("/api/v1/auth/refresh", new { refreshToken = user.RefreshToken }, header)).ShouldBlame("X-MyBudget-Session");
        (await app.Anonymous.PostAsync("/api/v1/auth/register", "{}", header)).ShouldBlame("X-MyBudget-Session");
        (await app.Anonymous.PostAsync("/api/v1/auth/firebase", "{}", header)).ShouldBlame("X-MyBudget-Session");
        (await user.Client.PostAsync("/api/v1/auth/logout", "{}", header)).ShouldBlame("X-MyBudget-Session");
        (await user.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task a_token_in_the_body_beside_the_cookie_is_refused()
    {
        var (browser, phone) = (new Browser(app), await app.RegisterAsync());
        await browser.RegisterAsync();
        var body = new { refreshToken = phone.RefreshToken };

        (await browser.PostAsync("refresh", body)).ShouldBlame("refreshToken", "not-allowed");
        (await browser.PostAsync("logout", body)).ShouldBlame("refreshToken", "not-allowed");

        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.OK);
        (await app.RefreshAsync(phone.RefreshToken)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no-such-token")]
    [InlineData("with%20a%20space")]
    [InlineData("%00")]
    [InlineData("")]
    public async Task a_browser_whose_cookie_is_no_good_is_signed_out(string? kept)
    {
        (string, string)[] cookie = kept is null ? [] : [("Cookie", $"{Browser.Name}={kept}")];

        var answer = await app.Anonymous.PostAsync("/api/v1/auth/refresh", "{}", [Browser.Asks, .. cookie]);

        answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.invalid-refresh-token");
        Browser.Drops(answer).ShouldBeTrue();
    }

    [Fact]
    public async Task a_refresh_of_a_session_that_has_ended_takes_the_cookie_away_and_a_wrong_password_does_not()
    {
        var browser = new Browser(app);
        var (email, access) = await browser.RegisterAsync();

        (await browser.LogInAsync(email, "wrong password")).ShouldBe(HttpStatusCode.Unauthorized);
        browser.Cookie.ShouldNotBeNull();
        (await app.ClientOf(access).PostAsync("/api/v1/auth/logout")).ShouldBe(HttpStatusCode.NoContent);
        (await browser.RefreshAsync()).ShouldBe(HttpStatusCode.Unauthorized);

        browser.Cookie.ShouldBeNull();
    }

    private static void ShouldBeKept(Browser browser)
    {
        var said = browser.Said.ShouldNotBeNull();
        said.Name.Value.ShouldBe(Browser.Name);
        said.Value.Length.ShouldBe(43);
        (said.HttpOnly, said.Secure, said.SameSite, said.Path.Value, said.Domain.Value).ShouldBe((true, true, SameSiteMode.Strict, "/api/v1/auth", null));
        said.MaxAge.ShouldBe(TimeSpan.FromDays(60));
    }
}
