using System.Diagnostics;

namespace MyBudget.Benchmarks.Load;

/// <summary>What came out of one round.</summary>
/// <param name="PerSecond">Requests, or rows of an import, per second.</param>
/// <param name="P50">Milliseconds that half of the requests stayed within.</param>
/// <param name="P99">Milliseconds that 99 of 100 requests stayed within.</param>
/// <param name="CpuMilliseconds">What the server process computed per request; unlike the others it hardly depends on what else is running.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99, double CpuMilliseconds)
{
    public static LoadResult Of(long[] latencies, TimeSpan elapsed, TimeSpan cpu)
    {
        Array.Sort(latencies);
        return new LoadResult(latencies.Length / elapsed.TotalSeconds, At(0.5), At(0.99), cpu.TotalMilliseconds / Math.Max(1, latencies.Length));

        double At(double share) =>
            latencies.Length == 0 ? 0 : 1000.0 * latencies[Math.Min(latencies.Length - 1, (int)(share * latencies.Length))] / Stopwatch.Frequency;
    }
}
