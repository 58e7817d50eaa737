using System.Net;
using Alba;

namespace MyBudget.IntegrationTests.Features.ClientConfig;

/// <summary>A server that wants Android apps of 1.10.0 and iOS apps of 2.0.0 or later.</summary>
public sealed class ClientVersionTests(AppFixture app) : IAsyncLifetime
{
    private const string Header = "X-MyBudget-Client";

    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await app.StartHostAsync(web =>
    {
        web.UseSetting("Daemon:Enabled", "false");
        web.UseSetting("Clients:MinimumVersion:Android", "1.10.0");
        web.UseSetting("Clients:MinimumVersion:Ios", "2.0.0");
        web.UseSetting("Clients:UpdateUrl:Android", "https://play.example.org/mybudget");
    });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task an_app_that_is_too_old_is_told_so_on_every_route()
    {
        var user = await AppFixture.SignInAsync(_host, Guid.CreateVersion7());
        var routes = Route.All(_host).Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBeGreaterThan(50);
        foreach (var route in routes)
        {
            var path = route.Fill(_ => Guid.CreateVersion7().ToString());
            foreach (var client in (ApiClient[])[user, new ApiClient(_host.Server.CreateClient(), Guid.Empty, null)])
            {
                var answer = await client.SendAsync(route.HttpMethod, path, route.Garbage(), (Header, "android/1.9.0"));
                if (route.Name == "GET /api/v1/client-config") answer.ShouldBe(HttpStatusCode.OK);
                else answer.ShouldBeProblem(HttpStatusCode.UpgradeRequired, "http.client-too-old");
            }
        }
    }

    [Fact]
    public async Task what_would_do_is_said_and_where_it_is_and_in_ones_language()
    {
        var android = await AskAsync("android/0.0.1", ("Accept-Language", "ru"));
        android.ShouldBeProblem(HttpStatusCode.UpgradeRequired, "http.client-too-old");
        android.Body.GetProperty("minimumVersion").GetString().ShouldBe("1.10.0");
        android.Body.GetProperty("updateUrl").GetString().ShouldBe("https://play.example.org/mybudget");
        android.Body.GetProperty("title").GetString().ShouldBe("Upgrade Required");
        android.Body.GetProperty("detail").GetString().ShouldBe("Эта версия приложения слишком старая для сервера: обновите её до 1.10.0 или новее.");

        var ios = await AskAsync("ios/1.99.99");
        ios.ShouldBeProblem(HttpStatusCode.UpgradeRequired, "http.client-too-old");
        ios.Body.GetProperty("detail").GetString().ShouldBe("This version of the app is too old for the server: update it to 2.0.0 or later.");
        ios.Body.TryGetProperty("updateUrl", out var nowhere).ShouldBe(nowhere.ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("android/1.10.0")]
    [InlineData("android/1.10.1")]
    [InlineData("android/1.11.0")]
    [InlineData("android/2.0.0")]
    [InlineData("android/01.10.00")]
    [InlineData("ios/10.0.0")]
    [InlineData("web/0.0.1")]
    [InlineData(null)]
    public async Task one_that_is_new_enough_passes(string? client) => (await AskAsync(client)).ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("android")]
    [InlineData("android/1.10")]
    [InlineData("android/1.10.0.0")]
    [InlineData("android/1.10.0-beta")]
    [InlineData("Android/1.10.0")]
    [InlineData("android 1.10.0")]
    [InlineData("android/-1.10.0")]
    [InlineData("android/1.10.9999999")]
    [InlineData("android/1.10.0, android/1.10.0")]
    public async Task one_that_cannot_be_read_is_blamed(string client)
    {
        var answer = await AskAsync(client, ("Accept-Language", "ru"));
        answer.ShouldBlame(Header, "client-version");
        answer.Body.GetProperty("errors").GetProperty(Header)[0].GetProperty("message").GetString()!.ShouldStartWith("Приложение называет");
    }

    [Fact]
    public async Task what_is_not_of_the_api_is_for_everybody()
    {
        foreach (var path in (string[])["/health/live", "/openapi/v1.json", "/.well-known/jwks.json"])
            (await Anonymous.GetAsync(path, (Header, "android/0.0.1"))).ShouldBe(HttpStatusCode.OK);
    }

    private ApiClient Anonymous => new(_host.Server.CreateClient(), Guid.Empty, null);

    private Task<ApiResponse> AskAsync(string? client, params (string, string)[] headers) =>
        Anonymous.GetAsync("/api/v1/me", [.. client is null ? [] : new[] { (Header, client) }, .. headers]);
}
