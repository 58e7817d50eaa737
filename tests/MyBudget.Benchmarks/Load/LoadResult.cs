using System.Diagnostics;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Load;

/// <summary>What came out of one round.</summary>
/// <param name="PerSecond">Requests, or rows of an import, per second.</param>
/// <param name="P50">Milliseconds that half of the requests stayed within.</param>
/// <param name="P99">Milliseconds that 99 of 100 requests stayed within.</param>
/// <param name="ServerMilliseconds">What the server's process computed per request.</param>
/// <param name="PostgresMilliseconds">What its PostgreSQL computed per request.</param>
/// <param name="WalBytes">What its PostgreSQL wrote to its log per request.</param>
internal sealed record LoadResult(
    double PerSecond, double P50, double P99, double ServerMilliseconds, double PostgresMilliseconds, double WalBytes)
{
    /// <summary>Unlike rate and latency this hardly depends on what else the machine does.</summary>
    public double CpuMilliseconds => ServerMilliseconds + PostgresMilliseconds;

    public static LoadResult Of(IReadOnlyCollection<long> latencies, TimeSpan elapsed, Usage used)
    {
        var (requests, sorted) = (Math.Max(1, latencies.Count), Percentiles.Of(latencies));
        return new LoadResult(
            latencies.Count / elapsed.TotalSeconds, sorted.At(0.5), sorted.At(0.99),
            used.Server.TotalMilliseconds / requests, used.Postgres.TotalMilliseconds / requests, (double)used.WalBytes / requests);
    }
}

/// <summary>Latencies in the order of their length.</summary>
internal sealed class Percentiles
{
    private readonly long[] _sorted;

    private Percentiles(long[] sorted) => _sorted = sorted;

    public int Count => _sorted.Length;

    public static Percentiles Of(IEnumerable<long> ticks) => new([.. ticks.Order()]);

    /// <summary>Milliseconds that this share of them stayed within.</summary>
    public double At(double share) =>
        Count == 0 ? 0 : 1000.0 * _sorted[Math.Min(Count - 1, (int)(share * Count))] / Stopwatch.Frequency;
}
