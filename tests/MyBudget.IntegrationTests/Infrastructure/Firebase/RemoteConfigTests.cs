using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>Each has a server and a Google of its own. What the server makes of the template shows in what it tells clients.</summary>
public sealed class RemoteConfigTests(AppFixture app) : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private GooglePeer _google = null!;

    public async ValueTask InitializeAsync() => _google = await GooglePeer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _google.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task is_read_by_its_tag_and_followed_when_it_changes()
    {
        _google.Template = Template(("minimum_client_version_android", "1.10.0"));
        await using var host = await StartAsync();
        await UntilAsync(host, config => config.GetProperty("minimumVersions").GetProperty("android").GetString() == "1.10.0");
        await LooksAsync(2);
        var asked = _google.ConfigRequests.ToList();
        (asked[0].Tag, asked[0].Status).ShouldBe((null, 200));
        asked.Skip(1).ShouldAllBe(request => request.Status == 304 && request.Tag!.StartsWith("etag-", StringComparison.Ordinal));

        _google.Template = Template(("feature_imports", "false"), ("default_budget_thresholds", "[50]"));
        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("imports").GetBoolean());
        var config = await ReadAsync(host);
        config.GetProperty("defaults").GetRawText().ShouldBe("""{"budgetThresholds":[50]}""");
        config.GetProperty("minimumVersions").GetProperty("android").GetString().ShouldBe("0.0.0");
    }

    [Fact]
    public async Task keeps_what_it_has_whatever_goes_wrong()
    {
        _google.Template = Template(("client_update_url_ios", "https://example.org/1"));
        await using var host = await StartAsync();
        await UntilAsync(host, config => UpdateUrl(config) == "https://example.org/1");

        var round = 1;
        foreach (var wrong in Faults())
        {
            _google.ConfigAnswer = _ => Task.FromResult<IResult?>(wrong);
            await LooksAsync(3);
            UpdateUrl(await ReadAsync(host)).ShouldBe($"https://example.org/{round}");

            _google.Template = Template(("client_update_url_ios", $"https://example.org/{++round}"));
            _google.ConfigAnswer = _ => Task.FromResult<IResult?>(null);
            await UntilAsync(host, config => UpdateUrl(config) == $"https://example.org/{round}");
        }

        var failures = _log.All.Where(line => line.Contains("Remote Config cannot be read", StringComparison.Ordinal)).ToList();
        failures.Count.ShouldBe(Faults().Count);
        failures.ShouldAllBe(line => !line.Contains("ya29", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_value_that_cannot_be_leaves_alone_its_parameter_and_no_other()
    {
        _google.Template = Template(("feature_sign_up", "false"), ("minimum_client_version_ios", "2.0.0"));
        await using var host = await StartAsync();
        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("signUp").GetBoolean());

        _google.Template = Template(
            ("feature_sign_up", "banana"), ("minimum_client_version_ios", 7), ("minimum_client_version_android", "1.4"),
            ("default_budget_thresholds", "[80,0]"), ("client_update_url_ios", "javascript:alert(1)"), ("feature_imports", "false"),
            ("somebody_elses", "whatever"));
        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("imports").GetBoolean());

        var config = await ReadAsync(host);
        config.GetProperty("features").GetProperty("signUp").GetBoolean().ShouldBeFalse();
        config.GetProperty("minimumVersions").GetRawText().ShouldBe("""{"android":"0.0.0","ios":"2.0.0"}""");
        config.GetProperty("defaults").GetRawText().ShouldBe("""{"budgetThresholds":[80,100]}""");
        UpdateUrl(config).ShouldBeNull();

        // Another template with the same faults: they are told already.
        _google.Template = Template(
            ("feature_sign_up", "banana"), ("minimum_client_version_ios", 7), ("minimum_client_version_android", "1.4"),
            ("default_budget_thresholds", "[80,0]"), ("client_update_url_ios", "javascript:alert(1)"));
        await UntilAsync(host, config => config.GetProperty("features").GetProperty("imports").GetBoolean());
        _log.All.Count(line => line.Contains("which cannot be", StringComparison.Ordinal)).ShouldBe(5);
    }

    [Fact]
    public async Task local_settings_win()
    {
        _google.Template = Template(("feature_sign_up", "true"), ("feature_imports", "false"), ("default_budget_thresholds", "[50]"));
        await using var host = await StartAsync(
            ("Features:SignUp", "false"), ("Budgets:DefaultThresholds:0", "70"), ("Budgets:DefaultThresholds:1", "95"));
        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("imports").GetBoolean());

        var config = await ReadAsync(host);
        config.GetProperty("features").GetProperty("signUp").GetBoolean().ShouldBeFalse();
        config.GetProperty("defaults").GetRawText().ShouldBe("""{"budgetThresholds":[70,95]}""");
    }

    [Fact]
    public async Task a_google_that_hangs_delays_nobody()
    {
        var held = new TaskCompletionSource();
        _google.Template = Template(("feature_push", "false"));
        _google.ConfigAnswer = async _ =>
        {
            await held.Task;
            return null;
        };
        await using var host = await StartAsync();
        await LooksAsync(1);
        (await ReadAsync(host)).GetProperty("features").GetProperty("push").GetBoolean().ShouldBeTrue();

        held.SetResult();
        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("push").GetBoolean());
    }

    [Fact]
    public async Task renews_an_access_token_that_is_refused()
    {
        await using var host = await StartAsync();
        await LooksAsync(2);
        _google.ConfigToken = "ya29.another";
        _google.Template = Template(("feature_push", "false"));

        await UntilAsync(host, config => !config.GetProperty("features").GetProperty("push").GetBoolean());
        _google.ConfigRequests.Count(request => request.Status == 401).ShouldBe(1);
    }

    [Fact]
    public async Task tells_its_age_and_its_failures()
    {
        await using var host = await StartAsync();
        var (failures, ages) = (new ConcurrentQueue<string?>(), new ConcurrentQueue<double>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name.StartsWith("mybudget.remote_config.", StringComparison.Ordinal)
                    && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>()) listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => failures.Enqueue(tags[0].Value?.ToString()));
        listener.SetMeasurementEventCallback<double>((_, age, _, _) => ages.Enqueue(age));
        listener.Start();
        await LooksAsync(2);
        _google.ConfigAnswer = _ => Task.FromResult<IResult?>(Results.StatusCode(503));
        await LooksAsync(3);

        listener.RecordObservableInstruments();
        ages.ShouldHaveSingleItem().ShouldBeInRange(0, 600);
        failures.ShouldNotBeEmpty();
        failures.ShouldAllBe(reason => reason == "503 ServiceUnavailable");
    }

    private static List<IResult> Faults() =>
        [
            .. new[] { 401, 403, 404, 429, 500, 503 }.Select(status => Results.StatusCode(status)),
            Results.Text("<html>Sorry</html>"), Results.Text("""{"parameters":[]}""", "application/json"), Results.Text("[]"),
            Results.Text($$"""{"version":"{{new string('x', 5_000_000)}}"}"""), Results.Redirect("/keys"),
        ];

    private Task<IAlbaHost> StartAsync(params (string Key, string? Value)[] settings) => app.StartHostAsync(web =>
    {
        web.UseSetting("Daemon:Enabled", "false");
        web.UseSetting("Firebase:RemoteConfigInterval", "00:00:00.02");
        foreach (var (key, value) in _google.Settings.Concat(settings)) web.UseSetting(key, value);
        web.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(_log));
    });

    private static string Template(params (string Name, object Value)[] parameters) => new JsonObject
    {
        ["parameters"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create<string, JsonNode?>(
            parameter.Name, new JsonObject { ["defaultValue"] = new JsonObject { ["value"] = JsonValue.Create(parameter.Value) } }))),
        ["version"] = new JsonObject { ["versionNumber"] = "7" },
    }.ToJsonString();

    private static string? UpdateUrl(JsonElement config) => config.GetProperty("updateUrls").GetProperty("ios").GetString();

    private static async Task<JsonElement> ReadAsync(IAlbaHost host) =>
        (await new ApiClient(host.Server.CreateClient(), Guid.Empty, null).GetAsync("/api/v1/client-config")).ShouldBe(HttpStatusCode.OK).Body;

    private static async Task UntilAsync(IAlbaHost host, Func<JsonElement, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition(await ReadAsync(host))) patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for so many more looks at the template: each begins when the one before is settled.</summary>
    private async Task LooksAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var from = _google.ConfigRequestsBegun; _google.ConfigRequestsBegun < from + count; await Task.Yield()) patience.Token.ThrowIfCancellationRequested();
    }
}
