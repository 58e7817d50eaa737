using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Features.Identity;

/// <summary>Where the cookie may go over a plain line: from a development server alone.</summary>
[Collection(nameof(IdentityApp))]
public sealed class SecureCookieTests(IdentityApp app)
{
    private const string LogIn = "/api/v1/auth/login";

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("https://192.168.1.20", true)]
    [InlineData("http://192.168.1.20:5080", false)]
    [InlineData("http://laptop.lan", false)]
    public async Task in_development_it_does_so_to_another_machine(string address, bool isSecure)
    {
        var user = await app.RegisterAsync();

        var said = Browser.SaidBy(await app.Anonymous.PostAsync(address + LogIn, new { user.Email, user.Password }, Browser.Asks)).ShouldNotBeNull();

        (said.Secure, said.Name.Value).ShouldBe((isSecure, isSecure ? "__Secure-mybudget-refresh" : "mybudget-refresh"));
        var refreshed = await app.Anonymous.PostAsync(
            address + "/api/v1/auth/refresh", "{}", Browser.Asks, ("Cookie", $"{said.Name}={said.Value}"));
        refreshed.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_name_that_any_site_next_door_could_set_is_not_read()
    {
        var user = await app.RegisterAsync();

        (await app.Anonymous.PostAsync("/api/v1/auth/refresh", "{}", Browser.Asks, ("Cookie", $"mybudget-refresh={user.RefreshToken}")))
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task in_production_it_never_does()
    {
        var user = await app.RegisterAsync();
        await using var program = await RunningProgram.StartAsync("Production", app.ConnectionString);
        using var http = new HttpClient { BaseAddress = program.Address };

        var answer = await new ApiClient(http, Guid.Empty, null).PostAsync(LogIn, new { user.Email, user.Password }, Browser.Asks, ("Host", "budget.lan"));

        var said = Browser.SaidBy(answer.ShouldBe(HttpStatusCode.OK)).ShouldNotBeNull();
        (said.Secure, said.Name.Value).ShouldBe((true, "__Secure-mybudget-refresh"));
    }

    /// <summary>Over a socket: a server in memory is not told of a header that is empty.</summary>
    [Fact]
    public async Task an_empty_header_does_not_put_the_token_into_the_body()
    {
        var user = await app.RegisterAsync();
        await using var program = await RunningProgram.StartAsync("Production", app.ConnectionString);
        using var http = new HttpClient { BaseAddress = program.Address };

        (await new ApiClient(http, Guid.Empty, null).PostAsync(LogIn, new { user.Email, user.Password }, ("X-MyBudget-Session", string.Empty)))
            .ShouldBlame("X-MyBudget-Session", "unknown-value");
    }
}
