using System.Net;

namespace MyBudget.IntegrationTests.Infrastructure.WebApp;

/// <summary>Which addresses lead to the app's page, and which are the server's own.</summary>
public sealed class AppNavigationTests(ServedApp app) : IClassFixture<ServedApp>
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8");

    [Theory]
    [InlineData("/")]
    [InlineData("/home")]
    [InlineData("/app/new?kind=expense")]
    [InlineData("/join/Zm9v-YmFy_")]
    [InlineData("/apiary")]
    [InlineData("/docsmith/health")]
    [InlineData("/accounts/")]
    [InlineData("/счета/Наличные")]
    [InlineData("/index.html/")]
    public async Task an_address_of_the_app_is_answered_with_its_page(string path)
    {
        var page = await app.GetAsync(path, Browser);

        page.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(ServedApp.Page);
        page.ContentHeaders.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await app.SendAsync(HttpMethod.Head, path, Browser)).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("*/*", true)]
    [InlineData("text/*;q=0.5", true)]
    [InlineData("image/png, text/html", true)]
    [InlineData(null, true)]
    [InlineData("application/json", false)]
    [InlineData("text/html;q=0", false)]
    [InlineData("image/*", false)]
    [InlineData("nonsense", false)]
    public async Task it_goes_to_who_takes_a_page(string? accepted, bool isServed)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept", accepted)];
        var answer = await app.GetAsync("/home", headers);
        if (isServed) answer.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(ServedApp.Page);
        else answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1/nowhere")]
    [InlineData("/API/v1/nowhere")]
    [InlineData("/api/v1/client-config.json")]
    [InlineData("/health/nowhere")]
    [InlineData("/openapi/nowhere")]
    [InlineData("/.well-known/nowhere")]
    [InlineData("/metrics")]
    [InlineData("/version/of")]
    [InlineData("/favicon.ico")]
    [InlineData("/old/app.js")]
    [InlineData("/assets/app-00000000.js")]
    [InlineData("/assets")]
    [InlineData("/assets/nowhere")]
    [InlineData("/index.html.br")]
    [InlineData("/assets/app-1a2b3c4d.js.map.unknown")]
    [InlineData("/INDEX.HTML")]
    public async Task what_is_not_there_is_a_problem_and_no_page(string path)
    {
        var answer = await app.GetAsync(path, Browser);

        answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"]);
    }

    [Fact]
    public async Task a_document_that_is_not_there_is_no_page()
    {
        var answer = await app.GetAsync("/openapi/v2.json", Browser);

        answer.ShouldBe(HttpStatusCode.NotFound).Text.ShouldNotContain("<");
        answer.Headers.Contains("Cross-Origin-Opener-Policy").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/api/v1/client-config", "application/json")]
    [InlineData("/health/ready", "application/json")]
    [InlineData("/version", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/.well-known/jwks.json", "application/json")]
    [InlineData("/docs/", "text/html")]
    public async Task what_the_server_says_itself_stays_as_it_is(string path, string type)
    {
        var answer = await app.GetAsync(path, Browser);

        answer.ShouldBe(HttpStatusCode.OK).ContentHeaders.ContentType!.MediaType.ShouldBe(type);
        answer.Text.ShouldNotBe(ServedApp.Page);
        answer.Headers.Vary.ShouldContain("Authorization");
        answer.Headers.Contains("Cross-Origin-Opener-Policy").ShouldBeFalse();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task the_app_is_only_read(string method)
    {
        foreach (var path in new[] { "/", "/index.html", "/assets/app-1a2b3c4d.js" })
            (await app.SendAsync(new HttpMethod(method), path, Browser)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
    }

    [Fact]
    public async Task what_needs_a_sign_in_still_does() =>
        (await app.GetAsync("/api/v1/me", Browser)).ShouldBeProblem(HttpStatusCode.Unauthorized, "auth.unauthenticated");
}
