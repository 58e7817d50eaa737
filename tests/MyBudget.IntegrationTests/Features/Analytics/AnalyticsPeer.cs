using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MyBudget.IntegrationTests.Features.Analytics;

/// <summary>
/// Google Analytics on loopback. Unlike Google, who says yes to everything, it keeps a list of what a request does against the limits
/// of the Measurement Protocol.
/// </summary>
public sealed partial class AnalyticsPeer : IAsyncDisposable
{
    public const string AppId = "1:123456789012:android:0123456789abcdef";

    /// <summary>With signs in it that an address has to escape.</summary>
    public const string Secret = "hush+Hush/Secret&7=";

    private readonly WebApplication _app;

    private AnalyticsPeer(WebApplication app) => _app = app;

    /// <summary>What was accepted, by request.</summary>
    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>How many requests came, whatever became of them.</summary>
    public int Count { get; private set; }

    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public (string Key, string? Value)[] Settings =>
        [("Analytics:FirebaseAppId", AppId), ("Analytics:ApiSecret", Secret), ("Analytics:Address", Address)];

    public IEnumerable<JsonElement> Events => Requests.SelectMany(request => request.GetProperty("events").EnumerateArray());

    public static async Task<AnalyticsPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var peer = new AnalyticsPeer(app);
        app.MapPost("/mp/collect", peer.TakeAsync);
        await app.StartAsync();
        return peer;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        Count++;
        if (Status >= 400) return Results.StatusCode(Status);

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Ensure(request.Query["firebase_app_id"] == AppId && request.Query["api_secret"] == Secret && request.Query.Count == 2, $"query {request.QueryString}");
        Ensure(request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is true, $"type {request.ContentType}");
        Ensure(body.Length < 130 * 1024, $"{body.Length} bytes");
        using var document = JsonDocument.Parse(body.ToArray());
        var root = document.RootElement.Clone();
        Ensure(Instance().IsMatch(root.GetProperty("app_instance_id").GetString()!), "instance");
        Ensure(root.EnumerateObject().All(member => member.Name is "app_instance_id" or "consent" or "events"), "members");
        Ensure(root.GetProperty("events").GetArrayLength() is > 0 and <= 25, "events");
        foreach (var happened in root.GetProperty("events").EnumerateArray()) Check(happened);
        Requests.Enqueue(root);
        return Results.StatusCode(Status);
    }

    private void Check(JsonElement happened)
    {
        Ensure(Word().IsMatch(happened.GetProperty("name").GetString()!), "name");
        var age = DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch.AddMicroseconds(happened.GetProperty("timestamp_micros").GetInt64());
        Ensure(age > TimeSpan.FromMinutes(-1) && age < TimeSpan.FromHours(72), $"{age} old");
        var parameters = happened.GetProperty("params").EnumerateObject().ToList();
        Ensure(parameters.Count <= 25, "parameters");
        foreach (var parameter in parameters) Ensure(Word().IsMatch(parameter.Name) && parameter.Value.ToString().Length <= 100, parameter.Name);
        Ensure(Digits().IsMatch(happened.GetProperty("params").GetProperty("session_id").ToString()), "session");
    }

    private void Ensure(bool isKept, string rule)
    {
        if (!isKept) Faults.Enqueue(rule);
    }

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.None, 1000)]
    private static partial Regex Instance();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
