using System.Diagnostics.Metrics;
using System.Net;

namespace MyBudget.Infrastructure.WebPush;

/// <summary>
/// HTTP to hosts that strangers name: no redirect leads on from there, nothing of what they send is kept, and no proxy stands between us
/// and the addresses that were looked at. Not made by the factory of clients: what that adds would write addresses, which are secrets, into logs,
/// traces and metrics, and ids of traces into requests.
/// </summary>
internal sealed class PushHttp(PushConnections connections) : IDisposable
{
    private const int HeaderKilobytes = 16;

    private static readonly UnseenMeters Unseen = new();

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        ConnectCallback = connections.ConnectAsync,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 10,
        MaxResponseHeadersLength = HeaderKilobytes,
        MaxResponseDrainSize = 0,
        ActivityHeadersPropagator = null,
        MeterFactory = Unseen,
    });

    /// <returns>The answer without its body.</returns>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, cancellationToken);

    public void Dispose() => _http.Dispose();

    /// <summary>What .NET measures of a client has the host's name in it, of which strangers could make any number.</summary>
    private sealed class UnseenMeters : IMeterFactory
    {
        private readonly Meter _meter = new("MyBudget.Unseen");

        public Meter Create(MeterOptions options) => _meter;

        public void Dispose() => _meter.Dispose();
    }
}
