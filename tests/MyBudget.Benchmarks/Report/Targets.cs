using System.Globalization;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;

namespace MyBudget.Benchmarks.Report;

/// <summary>A figure to reach and what was measured.</summary>
internal sealed record Target(string What, string ToReach, string Measured, bool Reached)
{
    public static Target AtMost(string what, double most, double measured, string unit) => new(
        what, string.Create(CultureInfo.InvariantCulture, $"at most {most:#,0.##} {unit}"),
        string.Create(CultureInfo.InvariantCulture, $"{measured:#,0.##} {unit}"), measured <= most);

    public static Target AtLeast(string what, double least, double measured, string unit) => new(
        what, string.Create(CultureInfo.InvariantCulture, $"at least {least:#,0.##} {unit}"),
        string.Create(CultureInfo.InvariantCulture, $"{measured:#,0.##} {unit}"), measured >= least);

    public static Target ShareOf(string what, double share, double measured, string of, string at = "") => new(
        what, string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} % of {of}"),
        string.Create(CultureInfo.InvariantCulture, $"{100 * measured:0} %{at}"), measured >= share);
}

internal static class Targets
{
    private const double StartAllowed = 4;

    public static IEnumerable<Target> Of(Measurements measured)
    {
        if (measured.Ledgers is { } ledgers)
        {
            foreach (var target in LedgerTargets.Of(ledgers, measured.IsWhole)) yield return target;
        }

        foreach (var target in SyncReport.Targets(measured)) yield return target;
        if (measured.Pushes is { } pushes)
        {
            yield return Target.ShareOf("pushes dispatched", PushRun.Share, pushes.Dispatched.ShareByRate, "a bare client");
            yield return Target.AtMost("p99 from the commit to FCM's receipt", PushRun.Soon.TotalMilliseconds, pushes.Wait.P99, "ms");
        }

        if (measured.ImportMemory is { } memory)
        {
            yield return Target.AtMost("memory of a preview of a large file", ImportMemoryRun.Allowed, memory.Preview, "times the file");
            yield return Target.AtMost("memory of its import", ImportMemoryRun.Allowed, memory.Import, "times the file");
        }

        if (measured.Starts.Count == 0) yield break;
        yield return Target.AtMost(
            "start to ready, to that of an empty ASP.NET Core", StartAllowed, Rounds.Median(measured.Starts.Select(pair => pair.Product / pair.Empty)), "times");
    }
}
