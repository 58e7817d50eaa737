using System.Globalization;
using System.Net;
using MyBudget.IntegrationTests.Infrastructure.Operations;

namespace MyBudget.IntegrationTests.Infrastructure.WebPush;

/// <summary>What a host that a stranger named leaves behind here.</summary>
public sealed class StrangersTests(AppFixture app)
{
    [Fact]
    public async Task are_named_neither_in_metrics_nor_in_the_log()
    {
        var port = RunningProgram.FreePort();
        await using var program = await RunningProgram.StartAsync(
            "Production", app.ConnectionString, [("Internal__Port", port.ToString(CultureInfo.InvariantCulture)), ("Logging__LogLevel__Default", "Trace")]);
        using var http = new HttpClient { BaseAddress = program.Address };
        var account = new { email = $"ada.{Guid.CreateVersion7():N}@example.org", password = "correct horse battery", displayName = "Ada", device = "laptop" };
        var anonymous = new ApiClient(http, Guid.Empty, null);
        var registered = (await anonymous.PostAsync("/api/v1/auth/register", account)).ShouldBe(HttpStatusCode.Created);
        var user = new ApiClient(http, Guid.Empty, registered.Body.GetProperty("accessToken").GetString());
        var offer = (await user.GetAsync("/api/v1/client-config")).Body.GetProperty("webPush").GetProperty("publicKey").GetString()!;
        using var browser = new FakeBrowser { Endpoint = "https://verschwiegen.invalid/endpunkt", VapidKey = offer };
        (await user.PutAsync("/api/v1/devices/laptop", new { webPush = browser.Subscription, platform = "web" })).ShouldBe(HttpStatusCode.OK);

        (await anonymous.PostAsync("/api/v1/auth/login", new { account.email, account.password, device = "phone" })).ShouldBe(HttpStatusCode.OK);

        using var inside = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var metrics = string.Empty;
        while (!metrics.Contains("dns_lookup_duration", StringComparison.Ordinal) || !metrics.Contains("mybudget_web_push_answers_total", StringComparison.Ordinal))
            metrics = await inside.GetStringAsync("/metrics", patience.Token);
        metrics.Split('\n').ShouldContain(line => line.StartsWith("mybudget_web_push_answers_total", StringComparison.Ordinal) && line.Contains("service=\"other\"", StringComparison.Ordinal));
        metrics.ShouldNotContain("verschwiegen");
        program.Output.ShouldNotBeEmpty();
        program.Output.ShouldAllBe(line => !line.Contains("verschwiegen", StringComparison.Ordinal) && !line.Contains("endpunkt", StringComparison.Ordinal));
    }
}
