using System.Globalization;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>A figure to reach and what was measured.</summary>
internal sealed record Target(string What, string ToReach, string Measured, bool Reached)
{
    private const double GrowthAllowed = 1.25;
    private const int GrowthAt = 100_000;
    private const double MegabytesAllowed = 300;
    private const double StartAllowed = 4;

    public static IEnumerable<Target> Of(Measurements measured)
    {
        foreach (var rounds in measured.Rounds.GroupBy(rounds => rounds.Workload))
        {
            var workload = Workload.All.SingleOrDefault(candidate => candidate.Name == rounds.Key);
            var share = workload?.Share ?? Workload.ImportShare;
            var least = rounds.MinBy(at => at.RatioToFloor)!;
            yield return new Target(
                $"{rounds.Key}, at every size", $"{Percent(share)} of the floor", $"{Percent(least.RatioToFloor)} at {Report.Number(least.Size)}",
                least.RatioToFloor >= share);
        }

        foreach (var workload in Workload.All.Where(workload => workload.IsRead))
        {
            if (measured.Find(workload.Name, GrowthAt) is not { } large || measured.Find(workload.Name, Report.SmallestSize) is not { } small) continue;
            var growth = large.GrowthFrom(small);
            yield return new Target(
                $"p50 of {workload.Name}, {Report.Number(GrowthAt)} to {Report.Number(Report.SmallestSize)} transactions",
                $"at most {Times(GrowthAllowed)}", Times(growth), growth <= GrowthAllowed);
        }

        if (measured.Pushes is { } pushes)
        {
            var (share, wait) = (pushes.Dispatched.RatioToFloor, pushes.Wait.P99);
            yield return new Target("pushes dispatched", $"{Percent(PushRun.Share)} of a bare client", Percent(share), share >= PushRun.Share);
            yield return new Target(
                "p99 from the commit to FCM's receipt", Text($"at most {PushRun.Soon.TotalMilliseconds:n0} ms"), Text($"{wait:n0} ms"),
                wait <= PushRun.Soon.TotalMilliseconds);
        }

        if (measured.Resources is not { } resources) yield break;

        var megabytes = resources.Memory.Now / 1e6;
        yield return new Target(
            "resident memory after the run", Text($"at most {MegabytesAllowed:0} MB"), Text($"{megabytes:0} MB"), megabytes <= MegabytesAllowed);

        var start = Rounds.Median(resources.Starts.Select(pair => pair.Product / pair.Empty));
        yield return new Target("start to ready, to that of an empty ASP.NET Core", $"at most {Times(StartAllowed)}", Times(start), start <= StartAllowed);
    }

    private static string Percent(double share) => Text($"{100 * share:0} %");

    private static string Times(double factor) => Text($"{factor:0.00} times");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
