using System.Diagnostics;
using System.Net.Http.Headers;

namespace MyBudget.Benchmarks.Streams;

/// <summary>Open streams of events of some households, each read line by line.</summary>
internal sealed class StreamClients : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _reading = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Expectation> _expected = [];

    public StreamClients(int port) => _http = new HttpClient
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Opens more for the holder of a token, and waits until each has told how things are.</summary>
    public async Task OpenAsync(string token, int count, CancellationToken cancellationToken)
    {
        var first = Expect(token, count);
        for (var n = 0; n < count; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            response.EnsureSuccessStatusCode();
            _reading.Add(ReadAsync(response, token));
        }

        await first.AllAsync(cancellationToken);
    }

    /// <summary>What the streams of a token are told of ledgers from now on.</summary>
    public Expectation Expect(string token, int streams)
    {
        lock (_lock) return _expected[token] = new Expectation(streams);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading);
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage response, string token)
    {
        using (response)
        {
            try
            {
                using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(_end.Token));
                while (await lines.ReadLineAsync(_end.Token) is { } line)
                {
                    if (line != "event: ledger") continue;
                    lock (_lock) _expected[token].Take(Stopwatch.GetTimestamp());
                }
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // Measured.
            }
        }
    }
}

/// <summary>One event on each of some streams.</summary>
internal sealed class Expectation(int streams)
{
    private readonly TaskCompletionSource<IReadOnlyList<long>> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<long> _arrived = [];

    /// <summary>When they arrived, in ticks of the stopwatch.</summary>
    public Task<IReadOnlyList<long>> AllAsync(CancellationToken cancellationToken) => _all.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    public void Take(long at)
    {
        _arrived.Add(at);
        if (_arrived.Count == streams) _all.TrySetResult(_arrived);
    }
}
