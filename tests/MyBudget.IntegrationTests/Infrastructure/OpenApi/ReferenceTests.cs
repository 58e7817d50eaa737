using System.Net;
using System.Text.RegularExpressions;

namespace MyBudget.IntegrationTests.Infrastructure.OpenApi;

public sealed partial class ReferenceTests(AppFixture app)
{
    [Fact]
    public async Task loads_only_from_this_server()
    {
        var client = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        var page = await client.GetAsync("/docs/");
        page.ShouldBe(HttpStatusCode.OK);

        Foreign().Matches(page.Text).ShouldBeEmpty(page.Text);
        var scripts = Script().Matches(page.Text).Select(match => match.Groups["path"].Value).ToList();
        scripts.ShouldNotBeEmpty();
        foreach (var script in scripts)
            (await client.GetAsync(script.StartsWith('/') ? script : $"/docs/{script}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task its_policy_allows_this_server_and_its_own_script_alone()
    {
        var client = new ApiClient(app.Host.Server.CreateClient(), Guid.Empty, null);
        var (first, second) = (await client.GetAsync("/docs/"), await client.GetAsync("/docs/"));

        var policy = first.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldNotContain("http");
        var nonce = Nonce().Match(policy).Groups["nonce"].Value;
        first.Text.ShouldContain($"nonce=\"{WebUtility.HtmlEncode(nonce)}\"");
        second.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain(nonce);
    }

    [GeneratedRegex("(src|href)=\"(https?:)?//[^\"]*\"|cdn\\.|fonts\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex("<script[^>]* src=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nonce();
}
