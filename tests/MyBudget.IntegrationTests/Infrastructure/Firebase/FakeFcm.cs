using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>FCM on loopback: HTTP/2 as Google speaks it, with the answers its documentation shows, and the token endpoint of the service account.</summary>
public sealed class FakeFcm : IAsyncDisposable
{
    public const string ProjectId = "mybudget-test";

    private readonly RSA _account = RSA.Create(2048);
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FcmCall> _calls = new();
    private int _tokens;

    private FakeFcm(WebApplication app) => _app = app;

    /// <summary>What was asked of it, in order, whatever it answered.</summary>
    public IReadOnlyCollection<FcmCall> Calls => _calls;

    /// <summary>How many access tokens it has given out.</summary>
    public int Tokens => _tokens;

    /// <summary>The access token it accepts at the moment; null for the one given out last.</summary>
    public string? Accepted { get; set; }

    /// <summary>Makes every access token that was given out so far end before its time.</summary>
    public void RevokeTokens() => Interlocked.Increment(ref _tokens);

    /// <summary>Answers instead of it; null to take the message.</summary>
    public Func<FcmCall, HttpContext, Task<IResult?>> Answer { get; set; } = (_, _) => Task.FromResult<IResult?>(null);

    public bool RefusesAccount { get; set; }

    /// <summary>The token endpoint itself is down.</summary>
    public bool GivesNoTokens { get; set; }

    public (string Key, string? Value)[] Settings =>
        [("Firebase:ProjectId", ProjectId), ("Firebase:ServiceAccount", ServiceAccount()), ("Firebase:MessagingAddress", Addresses[0]), ("Firebase:RemoteConfigAddress", Addresses[1])];

    private string[] Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    public static async Task<FakeFcm> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var fcm = new FakeFcm(app);
        app.MapPost("/v1/projects/{project}/messages:send", fcm.TakeAsync);
        app.MapPost("/token", fcm.GiveTokenAsync);
        await app.StartAsync();
        return fcm;
    }

    /// <summary>An error as Google writes it.</summary>
    public static IResult Error(int status, string code, string? fcm = null, object? detail = null)
    {
        var details = new List<object>();
        if (fcm is not null) details.Add(Typed("google.firebase.fcm.v1.FcmError", ("errorCode", fcm)));
        if (detail is not null) details.Add(Typed("google.rpc.BadRequest", ("fieldViolations", detail)));
        return Results.Json(new { error = new { code = status, message = "as documented", status = code, details } }, statusCode: status);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _account.Dispose();
    }

    private static Dictionary<string, object> Typed(string type, (string Name, object Value) member) =>
        new(StringComparer.Ordinal) { ["@type"] = $"type.googleapis.com/{type}", [member.Name] = member.Value };

    private async Task<IResult> TakeAsync(HttpContext context, string project)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var call = new FcmCall(context.Request.Protocol, context.Connection.Id, body.RootElement.GetProperty("message").Clone());
        _calls.Enqueue(call);
        if (context.Request.Headers.Authorization != $"Bearer {Accepted ?? Token(_tokens)}") return Error(401, "UNAUTHENTICATED");
        if (project != ProjectId) return Error(403, "PERMISSION_DENIED");
        return await Answer(call, context) ?? Results.Json(new { name = $"projects/{project}/messages/{_calls.Count}" });
    }

    private async Task<IResult> GiveTokenAsync(HttpRequest request)
    {
        if (GivesNoTokens) return Results.StatusCode(503);
        var form = await request.ReadFormAsync();
        var valid = await new JsonWebTokenHandler().ValidateTokenAsync(form["assertion"], new TokenValidationParameters
        {
            IssuerSigningKey = new RsaSecurityKey(_account),
            ValidIssuer = Email,
            // Google's library names it whatever the address of the token endpoint is.
            ValidAudience = "https://oauth2.googleapis.com/token",
        });
        if (RefusesAccount || !valid.IsValid || !Equals(valid.Claims["scope"], "https://www.googleapis.com/auth/firebase.messaging"))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = Token(Interlocked.Increment(ref _tokens)), expires_in = 3600, token_type = "Bearer" });
    }

    private static string Token(int number) => $"ya29.{number}";

    private static string Email => $"server@{ProjectId}.iam.gserviceaccount.com";

    private string ServiceAccount() => JsonSerializer.Serialize(new
    {
        type = "service_account",
        project_id = ProjectId,
        private_key_id = "1",
        private_key = _account.ExportPkcs8PrivateKeyPem(),
        client_email = Email,
        client_id = "1",
        token_uri = $"{Addresses[1]}/token",
    });
}

/// <param name="Protocol">HTTP/2.</param>
/// <param name="Connection">Which connection it came over.</param>
/// <param name="Message">The <c>message</c> of the request.</param>
public sealed record FcmCall(string Protocol, string Connection, JsonElement Message)
{
    public string Token => Message.GetProperty("token").GetString()!;

    public string CollapseId => Message.GetProperty("android").GetProperty("collapse_key").GetString()!;

    public string? Title => Message.TryGetProperty("notification", out var text) ? text.GetProperty("title").GetString() : null;

    public string? Body => Message.TryGetProperty("notification", out var text) ? text.GetProperty("body").GetString() : null;

    public string Data(string name) => Message.GetProperty("data").GetProperty(name).GetString()!;
}
