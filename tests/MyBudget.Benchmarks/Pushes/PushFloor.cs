using System.Net;
using System.Net.Http.Headers;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Pushes;

/// <summary>A bare HTTP/2 client in a process of its own, which sends the same request again and again: no queue, no database, no retries.</summary>
internal static class PushFloor
{
    public const string SendPath = "/send";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        using var http = new HttpClient(new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseCookies = false });
        app.MapGet(ServerEnvironment.ReadyPath, () => "ok");
        app.MapPost(SendPath, async (string to, int count, int concurrency, HttpRequest request, CancellationToken cancellationToken) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellationToken);
            var (address, bytes, left) = (new Uri(to), body.ToArray(), count);
            await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
            {
                while (Interlocked.Decrement(ref left) >= 0) await SendAsync(http, address, bytes, cancellationToken);
            }));
            return "sent";
        });
        await app.RunAsync();
    }

    private static async Task SendAsync(HttpClient http, Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "bench");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
