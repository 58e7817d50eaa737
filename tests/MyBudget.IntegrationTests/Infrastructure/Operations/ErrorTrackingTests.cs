using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>What reaches the places that an operator points a replica to, over the network.</summary>
public sealed class ErrorTrackingTests(AppFixture app) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _received = new();
    private WebApplication _peer = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRequestDecompression();
        _peer = builder.Build();
        _peer.UseRequestDecompression();
        _peer.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            // Protobuf keeps text as it is.
            _received.GetOrAdd(context.Request.Path, _ => []).Add(System.Text.Encoding.Latin1.GetString(body.ToArray()));
        });
        await _peer.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _peer.DisposeAsync();

    private Uri Address => new(_peer.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    [Fact]
    public async Task an_unexpected_error_is_reported_without_whose_request_it_was()
    {
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Sentry:Dsn", $"http://public@{Address.Authority}/42");
            web.UseSetting("Sentry:Environment", "tests");
            web.ConfigureServices(services => services.AddSingleton<IStartupFilter, Failing>());
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/fails/Pfadgeheimnis?q=Abfragewert") { Content = new StringContent("Rumpfgeheimnis") };
        request.Headers.Add("Authorization", "Bearer Kennwort");
        request.Headers.Add("X-Note", "Kopfgeheimnis");
        using var answer = await host.Server.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(500);

        var envelope = await ReceivedAsync("/api/42/envelope/", "NotSupportedException");
        envelope.ShouldContain("\"environment\":\"tests\"");
        envelope.ShouldContain("\"release\":\"mybudget@");
        foreach (var secret in new[] { "Pfadgeheimnis", "Abfragewert", "Rumpfgeheimnis", "Kennwort", "Kopfgeheimnis", Environment.MachineName })
            envelope.ShouldNotContain(secret);
    }

    [Fact]
    public async Task an_error_that_recurs_is_reported_once_for_a_while()
    {
        await using var host = await app.StartHostAsync(web =>
        {
            web.UseSetting("Sentry:Dsn", $"http://public@{Address.Authority}/43");
            web.ConfigureServices(services => services.AddSingleton<IStartupFilter, Failing>());
        });
        var client = host.Server.CreateClient();
        foreach (var path in new[] { "/fails", "/fails", "/fails", "/fails-otherwise" })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(500);
        }

        await ReceivedAsync("/api/43/envelope/", "InvalidTimeZoneException");
        _received["/api/43/envelope/"].Count(envelope => envelope.Contains("NotSupportedException", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task traces_metrics_and_logs_are_pushed_and_hold_nothing_personal()
    {
        await using var program = await RunningProgram.StartAsync("Production", app.ConnectionString,
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Address.ToString()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("Health__Drain", "00:00:00"),
        ]);
        using var http = new HttpClient { BaseAddress = program.Address };
        var email = $"ada.{Guid.CreateVersion7():N}@example.org";
        var registered = await new ApiClient(http, Guid.Empty, null).PostAsync("/api/v1/auth/register", new { email, password = "correct horse battery staple", displayName = "Ada Lovelace" });
        var access = registered.Body.GetProperty("accessToken").GetString()!;
        var ledger = await new ApiClient(http, Guid.Empty, access).CreateLedgerAsync();
        await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync("Kontonamen"), date = "2026-02-28", amount = -7654321, payee = "Empfaenger" });
        await ledger.GetAsync("transactions?q=Suchbegriff");

        var spans = await ReceivedAsync("/v1/traces", "RecordTransaction");
        spans.ShouldContain("mybudget-api");
        await ReceivedAsync("/v1/metrics", "mybudget.ledgers");
        await program.TerminateAsync();
        await program.ExitAsync();
        await ReceivedAsync("/v1/logs", "Application is shutting down");
        var everything = string.Concat(_received.Values.SelectMany(bodies => bodies));
        foreach (var secret in new[] { email, access, "battery", "Kontonamen", "7654321", "Empfaenger", "Suchbegriff", "Lovelace" }) everything.ShouldNotContain(secret);
    }

    private async Task<string> ReceivedAsync(string path, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (_received.TryGetValue(path, out var bodies) && bodies.FirstOrDefault(body => body.Contains(text, StringComparison.Ordinal)) is { } found) return found;
            await Task.Yield();
        }
    }

    private sealed class Failing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            next(builder);
            builder.Map("/fails-otherwise", fails => fails.Run(_ => throw new InvalidTimeZoneException()));
            builder.Map("/fails", fails => fails.Run(_ => throw new NotSupportedException("cannot")));
        };
    }
}
