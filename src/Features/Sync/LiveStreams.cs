using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MyBudget.Features.Sync;

/// <summary>The streams that are open on this replica.</summary>
internal sealed class LiveStreams(IHostApplicationLifetime lifetime, TimeProvider time) : IDisposable
{
    /// <summary>Of one user, on this replica; who opens more has forgotten to close them.</summary>
    private const int MostOfUser = 50;

    private readonly ConcurrentDictionary<LiveStream, bool> _open = [];
    private readonly SemaphoreSlim _opened = new(0, 1);

    public IReadOnlyCollection<LiveStream> All => [.. _open.Keys];

    /// <exception cref="ProblemException">The user has too many: 429.</exception>
    public IResult Open(Guid userId, Guid sessionId, ClaimsPrincipal principal)
    {
        if (_open.Keys.Count(stream => stream.UserId == userId) >= MostOfUser)
            throw new ProblemException(StatusCodes.Status429TooManyRequests, "http.too-many-requests", "Too many requests; try again later.") { RetryAfter = TimeSpan.FromMinutes(1) };
        var ends = long.Parse(principal.FindFirstValue(JwtRegisteredClaimNames.Exp)!, CultureInfo.InvariantCulture);
        return new Answer(this, new LiveStream(userId, sessionId, DateTimeOffset.FromUnixTimeSeconds(ends)), lifetime, time);
    }

    /// <summary>Waits until a stream was opened, which has nothing yet, or for a while.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _opened.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _opened.Dispose();

    private void Add(LiveStream stream)
    {
        _open.TryAdd(stream, true);
        lock (_opened)
        {
            if (_opened.CurrentCount == 0) _opened.Release();
        }
    }

    private sealed class Answer(LiveStreams streams, LiveStream stream, IHostApplicationLifetime lifetime, TimeProvider time) : IResult
    {
        private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = LiveStream.MediaType;
            response.Headers.CacheControl = "no-store";
            // Proxies such as nginx would gather what is to be seen at once.
            response.Headers["X-Accel-Buffering"] = "no";
            using var token = new CancellationTokenSource(Positive(stream.EndsAt - time.GetUtcNow()), time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, lifetime.ApplicationStopping, token.Token);
            await response.StartAsync(end.Token);
            streams.Add(stream);
            try
            {
                while (true) await SendAsync(response, await NextAsync(end.Token), end.Token);
            }
            catch (Exception ended) when (ended is ChannelClosedException || (ended is OperationCanceledException && end.IsCancellationRequested))
            {
                // The client, the sign-in or the server has gone.
            }
            finally
            {
                streams._open.TryRemove(stream, out _);
            }
        }

        private async Task<string> NextAsync(CancellationToken end)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(end);
            silence.CancelAfter(Silence);
            try
            {
                await stream.ReadAsync(silence.Token);
                return stream.Take();
            }
            catch (OperationCanceledException) when (!end.IsCancellationRequested)
            {
                return ":\n\n";
            }
        }

        private static async Task SendAsync(HttpResponse response, string text, CancellationToken end)
        {
            await response.WriteAsync(text, end);
            await response.Body.FlushAsync(end);
        }

        private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
    }
}
