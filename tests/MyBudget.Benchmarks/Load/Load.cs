using System.Diagnostics;

namespace MyBudget.Benchmarks.Load;

/// <summary>Some connections to one server that send what they choose from, each the next as soon as it has its answer.</summary>
internal sealed class Load : IDisposable
{
    private readonly List<Client> _clients = [];

    /// <param name="requests">What to choose from; connections share the choices out among them.</param>
    public static async Task<Load> OpenAsync(
        int port, IReadOnlyList<byte[][]> requests, int expectedStatus, int connections, CancellationToken cancellationToken)
    {
        var load = new Load();
        for (var i = 0; i < connections; i++)
        {
            var connection = await HttpConnection.OpenAsync(port, cancellationToken);
            // Each connection goes through the requests in an order of its own that is the same in every run.
            load._clients.Add(new Client(connection, requests[i % requests.Count], expectedStatus, new Random(i)));
        }

        return load;
    }

    /// <summary>Loads the server for a while and waits for the last answers.</summary>
    public async Task<Turn> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        var end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(
            _clients.Select(client => Task.Run(() => client.SendUntilAsync(end, cancellationToken), cancellationToken)));
        return new Turn([.. latencies.SelectMany(latency => latency)], Stopwatch.GetElapsedTime(begin));
    }

    public void Dispose() => _clients.ForEach(client => client.Connection.Dispose());

    private sealed record Client(HttpConnection Connection, byte[][] Requests, int ExpectedStatus, Random Random)
    {
        public async Task<List<long>> SendUntilAsync(long end, CancellationToken cancellationToken)
        {
            var latencies = new List<long>(1024);
            for (var now = Stopwatch.GetTimestamp(); now < end;)
            {
                var status = await Connection.ExchangeAsync(Requests[Random.Next(Requests.Length)], cancellationToken);
                if (status != ExpectedStatus) throw new InvalidOperationException($"The server answered {status} and not {ExpectedStatus}.");
                var done = Stopwatch.GetTimestamp();
                latencies.Add(done - now);
                now = done;
            }

            return latencies;
        }
    }
}

/// <param name="Latencies">One per request, in ticks of the stopwatch.</param>
/// <param name="Elapsed">Until the last answer.</param>
internal sealed record Turn(IReadOnlyList<long> Latencies, TimeSpan Elapsed);
