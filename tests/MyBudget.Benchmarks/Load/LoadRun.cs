using System.Diagnostics;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Load;

/// <summary>Loads one server for a while with several connections, each sending its next request as soon as it has its answer.</summary>
internal static class LoadRun
{
    /// <param name="requests">What to choose from; connections share the choices out among them.</param>
    public static async Task<LoadResult> RunAsync(
        ServerProcess server, IReadOnlyList<byte[][]> requests, int expectedStatus, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var opened = new List<HttpConnection>();
        try
        {
            for (var i = 0; i < connections; i++) opened.Add(await HttpConnection.OpenAsync(server.Port, cancellationToken));

            var cpu = server.CpuTime;
            var begin = Stopwatch.GetTimestamp();
            var end = begin + (long)(duration.TotalSeconds * Stopwatch.Frequency);
            var latencies = await Task.WhenAll(opened.Select((connection, index) =>
                Task.Run(() => SendUntilAsync(connection, requests[index % requests.Count], index, expectedStatus, end, cancellationToken), cancellationToken)));
            return LoadResult.Of([.. latencies.SelectMany(latency => latency)], Stopwatch.GetElapsedTime(begin), server.CpuTime - cpu);
        }
        finally
        {
            opened.ForEach(connection => connection.Dispose());
        }
    }

    private static async Task<List<long>> SendUntilAsync(
        HttpConnection connection, byte[][] requests, int index, int expectedStatus, long end, CancellationToken cancellationToken)
    {
        var latencies = new List<long>(16 * 1024);
        // Each connection goes through the requests in an order of its own that is the same in every run.
        var random = new Random(index);
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            var status = await connection.ExchangeAsync(requests[random.Next(requests.Length)], cancellationToken);
            if (status != expectedStatus) throw new InvalidOperationException($"The server answered {status} and not {expectedStatus}.");
            var done = Stopwatch.GetTimestamp();
            latencies.Add(done - now);
            now = done;
        }

        return latencies;
    }
}
