using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.IntegrationTests.Infrastructure.Firebase;

/// <summary>What Google knows of a user.</summary>
public sealed record GoogleUser(bool Disabled = false, long? ValidSince = null);

/// <summary>Google, as far as signing in with Firebase needs it: the public keys, access tokens of a service account, and <c>accounts:lookup</c>.</summary>
public sealed class GooglePeer : IAsyncDisposable
{
    public const string ProjectId = "mybudget-test";

    private const string AccessToken = "ya29.access";
    private const string ConfigScope = "https://www.googleapis.com/auth/firebase.remoteconfig";

    private readonly RSA _account = RSA.Create(2048);
    private readonly WebApplication _app;
    private int _keyRequests;
    private int _lookups;
    private int _configRequests;

    private GooglePeer(WebApplication app) => _app = app;

    /// <summary>The keys that it publishes at the moment.</summary>
    public ConcurrentDictionary<string, GoogleKey> Keys { get; } = new();

    public ConcurrentDictionary<string, GoogleUser> Users { get; } = new();

    public TimeSpan MaxAge { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How it answers when it has nothing better to say.</summary>
    public HttpStatusCode KeysStatus { get; set; } = HttpStatusCode.OK;

    public HttpStatusCode LookupStatus { get; set; } = HttpStatusCode.OK;

    /// <summary>The server's template of Remote Config.</summary>
    public string Template { get; set; } = "{}";

    /// <summary>How it answers instead of giving the template; null to give it.</summary>
    public Func<HttpContext, Task<IResult?>> ConfigAnswer { get; set; } = _ => Task.FromResult<IResult?>(null);

    /// <summary>The requests for the template, in order: the tag they came with, and what they were answered.</summary>
    public ConcurrentQueue<(string? Tag, int Status)> ConfigRequests { get; } = new();

    /// <summary>How many of them have begun.</summary>
    public int ConfigRequestsBegun => _configRequests;

    /// <summary>What the access tokens for Remote Config are called; another makes the ones given out worthless.</summary>
    public string ConfigToken { get; set; } = "ya29.config";

    public int KeyRequests => _keyRequests;

    public int Lookups => _lookups;

    /// <summary>As <c>FIREBASE_AUTH_EMULATOR_HOST</c> has it.</summary>
    public string Host => new Uri(Address).Authority;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The settings that point a server here.</summary>
    public (string Key, string? Value)[] Settings =>
    [
        ("Firebase:ProjectId", ProjectId), ("Firebase:ServiceAccount", ServiceAccount()),
        ("Firebase:KeysAddress", $"{Address}/keys"), ("Firebase:IdentityAddress", Address), ("Firebase:RemoteConfigAddress", Address),
    ];

    public static async Task<GooglePeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var google = new GooglePeer(app);
        google.Publish();
        app.MapGet("/keys", google.AnswerKeys);
        app.MapPost("/token", google.AnswerTokenAsync);
        app.MapPost("/v1/projects/{project}/accounts:lookup", (HttpRequest request, string project) => google.AnswerLookupAsync(request, project, AccessToken));
        app.MapPost("/identitytoolkit.googleapis.com/v1/projects/{project}/accounts:lookup", (HttpRequest request, string project) =>
            google.AnswerLookupAsync(request, project, "owner"));
        app.MapGet("/v1/projects/{project}/namespaces/firebase-server/remoteConfig", google.AnswerConfigAsync);
        await app.StartAsync();
        return google;
    }

    /// <summary>A new key, beside those there are.</summary>
    public GoogleKey Publish()
    {
        var key = new GoogleKey($"key-{Keys.Count + 1}-{Guid.CreateVersion7():N}");
        Keys[key.Id] = key;
        return key;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult AnswerKeys(HttpContext context)
    {
        Interlocked.Increment(ref _keyRequests);
        if (KeysStatus != HttpStatusCode.OK) return Results.StatusCode((int)KeysStatus);
        context.Response.Headers.CacheControl = $"public, max-age={MaxAge.TotalSeconds}, must-revalidate, no-transform";
        return Results.Json(new { keys = Keys.Values.Select(key => key.Jwk) });
    }

    private async Task<IResult> AnswerTokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var assertion = new JsonWebToken(form["assertion"]);
        var scope = assertion.GetClaim("scope").Value;
        var isConfig = scope == ConfigScope;
        return form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer" && (isConfig || scope.Contains("identitytoolkit", StringComparison.Ordinal))
            ? Results.Json(new { access_token = isConfig ? ConfigToken : AccessToken, expires_in = 3600, token_type = "Bearer" })
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private async Task<IResult> AnswerLookupAsync(HttpRequest request, string project, string token)
    {
        Interlocked.Increment(ref _lookups);
        if (LookupStatus != HttpStatusCode.OK) return Results.StatusCode((int)LookupStatus);
        if (request.Headers.Authorization != $"Bearer {token}") return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (project != ProjectId) return Results.StatusCode(StatusCodes.Status403Forbidden);

        var body = await JsonNode.ParseAsync(request.Body);
        var users = body!["localId"]!.AsArray().Select(id => id!.GetValue<string>()).Where(Users.ContainsKey).Select(Describe).ToArray();
        return Results.Json(users.Length == 0 ? new JsonObject { ["kind"] = Kind } : new JsonObject { ["kind"] = Kind, ["users"] = new JsonArray(users) });
    }

    private async Task<IResult> AnswerConfigAsync(HttpContext context, string project)
    {
        Interlocked.Increment(ref _configRequests);
        var known = context.Request.Headers.IfNoneMatch.Count == 0 ? null : context.Request.Headers.IfNoneMatch.ToString();
        var answer = context.Request.Headers.Authorization != $"Bearer {ConfigToken}" ? Results.StatusCode(StatusCodes.Status401Unauthorized)
            : project != ProjectId ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : await ConfigAnswer(context) ?? Give(context, known);
        ConfigRequests.Enqueue((known, (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK));
        return answer;
    }

    /// <summary>The tag is not in quotes, and is told only to those who accept compression: so does Google.</summary>
    private IResult Give(HttpContext context, string? known)
    {
        var tag = $"etag-123456789012-{Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Template)))[..8]}";
        if (known == tag) return Results.StatusCode(StatusCodes.Status304NotModified);
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal)) context.Response.Headers["ETag"] = tag;
        return Results.Text(Template, "application/json");
    }

    private const string Kind = "identitytoolkit#GetAccountInfoResponse";

    private JsonNode Describe(string uid)
    {
        var user = Users[uid];
        var answer = new JsonObject { ["localId"] = uid, ["emailVerified"] = true, ["createdAt"] = "1700000000000" };
        if (user.Disabled) answer["disabled"] = true;
        if (user.ValidSince is { } since) answer["validSince"] = $"{since}";
        return answer;
    }

    private string ServiceAccount() => JsonSerializer.Serialize(new
    {
        type = "service_account",
        project_id = ProjectId,
        private_key_id = "1",
        private_key = _account.ExportPkcs8PrivateKeyPem(),
        client_email = $"server@{ProjectId}.iam.gserviceaccount.com",
        client_id = "1",
        token_uri = $"{Address}/token",
    });
}
