using System.Globalization;
using System.Net;
using MyBudget.Infrastructure.WebApp;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Infrastructure.WebApp;

public sealed class AppSwitchTests(AppFixture app, ServedApp served) : IClassFixture<ServedApp>
{
    [Fact]
    public async Task without_a_folder_there_is_the_api_alone() =>
        (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync("/", ("Accept", "text/html")))
            .ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

    [Theory]
    [InlineData("")]
    [InlineData("assets")]
    [InlineData("nowhere")]
    public async Task a_folder_without_a_page_is_told_of_and_keeps_nobody_from_the_api(string below)
    {
        await using var program = await RunningProgram.StartAsync(
            "Production", app.ConnectionString, [("App__Root", below.Length == 0 ? below : Path.Combine(served.Root, below))]);
        using var http = new HttpClient { BaseAddress = program.Address };
        var client = new ApiClient(http, Guid.Empty, null);

        (await client.GetAsync("/", ("Accept", "text/html"))).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        (await client.GetAsync("/api/v1/client-config")).ShouldBe(HttpStatusCode.OK);
        program.Output.Any(line => line.Contains("has no index.html", StringComparison.Ordinal)).ShouldBe(below.Length > 0);
    }

    [Fact]
    public async Task the_operators_port_does_not_serve_it()
    {
        var port = RunningProgram.FreePort();
        await using var program = await RunningProgram.StartAsync(
            "Production", app.ConnectionString, [("App__Root", served.Root), ("Internal__Port", port.ToString(CultureInfo.InvariantCulture))]);
        using var inside = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        foreach (var path in new[] { "/", "/index.html" })
            (await new ApiClient(inside, Guid.Empty, null).GetAsync(path, ("Accept", "text/html"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void every_route_of_the_server_is_below_what_the_app_leaves_to_it()
    {
        var routes = Route.All(app.Host);
        routes.ShouldNotBeEmpty();
        routes.Where(route => !AppRequests.OfTheServer.Contains("/" + route.Pattern.Split('/')[1])).Select(route => route.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task android_is_told_of_the_package_that_may_show_the_app()
    {
        const string fingerprint = "14:6d:e9:83:c5:73:06:50:d8:ee:b9:95:2f:34:fc:64:16:a0:83:42:e6:1d:be:a8:8a:04:96:b2:3f:cf:44:e5";
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("App:Android:Package", "org.example.budget");
            web.UseSetting("App:Android:Fingerprints:0", fingerprint);
            web.UseSetting("App:Android:Fingerprints:1", string.Empty);
        });

        var answer = await new ApiClient(host.Server.CreateClient(), Guid.Empty, null).GetAsync("/.well-known/assetlinks.json");

        answer.ShouldBe(HttpStatusCode.OK).ContentHeaders.ContentType!.MediaType.ShouldBe("application/json");
        answer.Text.ShouldBe(
            $$$"""[{"relation":["delegate_permission/common.handle_all_urls"],"target":{"namespace":"android_app","package_name":"org.example.budget","sha256_cert_fingerprints":["{{{fingerprint.ToUpperInvariant()}}}"]}}]""");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
    }

    [Fact]
    public async Task without_a_package_there_are_no_links() =>
        (await new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null).GetAsync("/.well-known/assetlinks.json"))
            .ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

    [Theory]
    [InlineData("org.example.budget", null, "set together")]
    [InlineData(null, "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5", "set together")]
    [InlineData("budget", "14:6D", "is not the name of a package")]
    [InlineData("org.example.budget", "14:6D", "is not a SHA-256 fingerprint")]
    public async Task a_server_whose_package_is_wrong_does_not_start(string? package, string? fingerprint, string told)
    {
        var (code, errors) = await RunningProgram.RunToEndAsync(
            "Production", app.ConnectionString, [("App__Android__Package", package), ("App__Android__Fingerprints__0", fingerprint)]);

        code.ShouldBe(1);
        errors.ShouldContain("App:Android");
        errors.ShouldContain(told);
    }
}
