using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.IntegrationTests.Infrastructure.WebPush;

/// <summary>
/// A push service on loopback (RFC 8030) that takes what the RFCs allow and nothing else: the key that the subscription was made with, a
/// token for this origin (RFC 8292), one encrypted record (RFC 8188). It has its browsers decrypt what it takes.
/// </summary>
public sealed class FakePushService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, FakeBrowser> _browsers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<PushedMessage> _messages = new();
    private readonly ConcurrentQueue<string> _faults = new();

    private FakePushService(WebApplication app) => _app = app;

    public string Origin => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>What came for its browsers, in order, whatever it answered.</summary>
    public IReadOnlyCollection<PushedMessage> Messages => _messages;

    /// <summary>What it turned away by itself, and why.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Answers instead of it; null to take the message.</summary>
    public Func<PushedMessage, HttpContext, Task<IResult?>> Answer { get; set; } = (_, _) => Task.FromResult<IResult?>(null);

    public (string Key, string? Value)[] Settings => [("WebPush:LocalService", Origin)];

    public static async Task<FakePushService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var service = new FakePushService(app);
        app.MapPost("/push/{id}", service.TakeAsync);
        await app.StartAsync();
        return service;
    }

    public FakeBrowser Subscribe(string vapidKey)
    {
        var browser = new FakeBrowser { Endpoint = $"{Origin}/push/{Guid.CreateVersion7():N}", VapidKey = vapidKey };
        _browsers[new Uri(browser.Endpoint).Segments[^1]] = browser;
        return browser;
    }

    public IReadOnlyList<PushedMessage> MessagesOf(FakeBrowser browser) => [.. _messages.Where(message => message.Browser == browser)];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var browser in _browsers.Values) browser.Dispose();
    }

    private async Task<IResult> TakeAsync(HttpContext context, string id)
    {
        if (!_browsers.TryGetValue(id, out var browser)) return Refuse(404, "no such subscription");

        var headers = context.Request.Headers;
        var (claims, refusal) = await ReadTokenAsync(headers.Authorization.ToString(), browser);
        if (refusal is not null) return refusal;
        if (!int.TryParse(headers["TTL"], NumberStyles.None, CultureInfo.InvariantCulture, out var ttl)) return Refuse(400, "no TTL");
        if (headers.ContentEncoding != "aes128gcm") return Refuse(400, "another encoding");
        if (headers["Urgency"].ToString() is not ("very-low" or "low" or "normal" or "high")) return Refuse(400, "no such urgency");
        if (headers["Topic"].ToString() is var topic && (topic.Length > 32 || !topic.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')))
            return Refuse(400, "no topic");

        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        if (content.Length > 4096) return Refuse(413, "too large");
        var body = JsonDocument.Parse(browser.Decrypt(content.ToArray())).RootElement;
        var message = new PushedMessage(browser, body, topic, headers["Urgency"].ToString(), ttl, (int)content.Length, claims);
        _messages.Enqueue(message);
        if (await Answer(message, context) is { } answer) return answer;
        context.Response.Headers.Location = $"{Origin}/messages/{Guid.CreateVersion7():N}";
        return Results.StatusCode(201);
    }

    private async Task<(JsonElement Claims, IResult? Refusal)> ReadTokenAsync(string authorization, FakeBrowser browser)
    {
        if (authorization.Split(' ', 2) is not ["vapid", var parameters]) return (default, Refuse(401, "no vapid"));
        var given = parameters.Split(',').Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        if (given["k"] != browser.VapidKey) return (default, Refuse(403, "another key"));

        var point = Base64Url.DecodeFromChars(given["k"]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(given["t"], new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidAudience = Origin,
            ValidateIssuer = false,
            LifetimeValidator = (_, expires, _, _) => expires > Time.GetUtcNow().UtcDateTime && expires <= Time.GetUtcNow().UtcDateTime.AddDays(1),
        });
        if (!checkedToken.IsValid) return (default, Refuse(401, checkedToken.Exception.Message));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(given["t"].Split('.')[1])).RootElement;
        return claims.GetProperty("sub").GetString()!.StartsWith("mailto:", StringComparison.Ordinal) ? (claims, null) : (default, Refuse(401, "no contact"));
    }

    private IResult Refuse(int status, string fault)
    {
        _faults.Enqueue($"{status}: {fault}");
        return Results.StatusCode(status);
    }
}

/// <param name="Body">As the service worker reads it.</param>
/// <param name="Bytes">Its size as it came.</param>
/// <param name="Claims">Of the token.</param>
public sealed record PushedMessage(FakeBrowser Browser, JsonElement Body, string Topic, string Urgency, int TimeToLive, int Bytes, JsonElement Claims)
{
    public string? Title => Body.GetProperty("title").GetString();

    public string? Text => Body.GetProperty("body").GetString();

    public string? Url => Body.GetProperty("url").GetString();

    public string? Tag => Body.GetProperty("tag").GetString();

    public string? Data(string name) => Body.GetProperty("data").GetProperty(name).GetString();
}
