using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MyBudget.Benchmarks.Pushes;

/// <summary>FCM as far as speed goes: takes every message over HTTP/2 at once and knows when. The token endpoint speaks HTTP/1.1.</summary>
internal sealed class FcmReceiver : IAsyncDisposable
{
    private const string Project = "bench";

    private static readonly byte[] Taken = "{\"name\":\"projects/bench/messages/1\"}"u8.ToArray();
    private static readonly byte[] Token = "{\"access_token\":\"bench\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"u8.ToArray();

    private readonly WebApplication _app;
    private volatile Burst? _burst;

    private FcmReceiver(WebApplication app) => _app = app;

    public string SendAddress => $"{Addresses[0]}/v1/projects/{Project}/messages:send";

    /// <summary>What points the product here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Firebase__ProjectId"] = Project,
        ["Firebase__MessagingAddress"] = Addresses[0],
        ["Firebase__ServiceAccount"] = ServiceAccount(),
    };

    private string[] Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    public static async Task<FcmReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var receiver = new FcmReceiver(app);
        app.Run(receiver.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return receiver;
    }

    /// <summary>Counts from now on, up to so many messages.</summary>
    public Burst Expect(int messages) => _burst = new Burst(messages);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var isToken = context.Request.Path == "/token";
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (!isToken) _burst?.Take(Stopwatch.GetTimestamp(), body);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(isToken ? Token : Taken, context.RequestAborted);
    }

    private string ServiceAccount()
    {
        using var key = RSA.Create(2048);
        return JsonSerializer.Serialize(new
        {
            type = "service_account",
            project_id = Project,
            private_key_id = "1",
            private_key = key.ExportPkcs8PrivateKeyPem(),
            client_email = "bench@bench.iam.gserviceaccount.com",
            client_id = "1",
            token_uri = $"{Addresses[1]}/token",
        });
    }
}

/// <summary>A number of messages, from the first to the last.</summary>
internal sealed class Burst(int messages)
{
    private readonly TaskCompletionSource<long> _last = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;
    private long _first;

    /// <summary>The body of the first, as an example.</summary>
    public byte[] Sample { get; private set; } = [];

    /// <summary>When the last arrived, in ticks of the stopwatch.</summary>
    public Task<long> LastAsync(CancellationToken cancellationToken) => _last.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);

    public async Task<double> PerSecondAsync(CancellationToken cancellationToken)
    {
        var last = await LastAsync(cancellationToken);
        return (messages - 1) / Stopwatch.GetElapsedTime(_first, last).TotalSeconds;
    }

    public void Take(long at, MemoryStream body)
    {
        var taken = Interlocked.Increment(ref _taken);
        if (taken == 1) (_first, Sample) = (at, body.ToArray());
        if (taken == messages) _last.TrySetResult(at);
    }
}
