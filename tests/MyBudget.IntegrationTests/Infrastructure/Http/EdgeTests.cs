using System.Net;
using Alba;
using Microsoft.AspNetCore.Http;

namespace MyBudget.IntegrationTests.Infrastructure.Http;

/// <summary>Whose address it is that limits count: the client's, as the reverse proxy saw it, and nobody's claim.</summary>
public sealed class EdgeTests(AppFixture app)
{
    [Fact]
    public async Task a_proxy_of_the_edge_network_is_believed()
    {
        await using var host = await StartAsync("10.87.0.0/24, fd00:87::/64");

        (await AskAsync(host, "10.87.0.3", "198.51.100.1")).ShouldBe(StatusCodes.Status404NotFound);
        (await AskAsync(host, "10.87.0.3", "198.51.100.1")).ShouldBe(StatusCodes.Status429TooManyRequests);
        (await AskAsync(host, "10.87.0.4", "198.51.100.2")).ShouldBe(StatusCodes.Status404NotFound);
        (await AskAsync(host, "fd00:87::5", "198.51.100.3")).ShouldBe(StatusCodes.Status404NotFound);
    }

    [Fact]
    public async Task what_the_client_wrote_before_the_proxy_is_not()
    {
        await using var host = await StartAsync("10.87.0.0/24");

        (await AskAsync(host, "10.87.0.3", "192.0.2.1, 198.51.100.1")).ShouldBe(StatusCodes.Status404NotFound);
        (await AskAsync(host, "10.87.0.3", "192.0.2.2, 198.51.100.1")).ShouldBe(StatusCodes.Status429TooManyRequests);
    }

    [Theory]
    [InlineData("10.87.0.0/24")]
    [InlineData("")]
    public async Task anybody_else_is_not(string networks)
    {
        await using var host = await StartAsync(networks);

        (await AskAsync(host, "203.0.113.9", "198.51.100.1")).ShouldBe(StatusCodes.Status404NotFound);
        (await AskAsync(host, "203.0.113.9", "198.51.100.2")).ShouldBe(StatusCodes.Status429TooManyRequests);
    }

    private Task<IAlbaHost> StartAsync(string networks) => app.StartHostAsync(web =>
    {
        web.UseSetting("Edge:Networks", networks);
        web.UseSetting("Limits:AddressPerMinute", "1");
    });

    private static async Task<int> AskAsync(IAlbaHost host, string from, string forwarded)
    {
        var answer = await host.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            context.Request.Headers["X-Forwarded-For"] = forwarded;
            context.Request.Path = "/nowhere";
        }, TestContext.Current.CancellationToken);
        return answer.Response.StatusCode;
    }
}
