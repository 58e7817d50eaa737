using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>What the product is held to on ledgers. Shares of the floor are those by processor time.</summary>
internal static class LedgerTargets
{
    /// <summary>What growth is measured from; a ledger that small is held to nothing else, where a larger one was measured.</summary>
    public const int GrowthFrom = 1_000;

    private const int GrowthAt = 100_000;
    private const double GrowthAllowed = 1.25;
    private const double MegabytesAllowed = 250;
    private const double BytesAllowed = 2_100;

    /// <summary>Below, what is there in any ledger weighs too much.</summary>
    private const int EnoughToWeigh = 10_000;

    public static IEnumerable<Target> Of(LedgerMeasurements measured, bool isWhole) =>
        [.. Shares(measured), .. Growth(measured), .. Imports(measured), .. Resources(measured, isWhole)];

    private static IEnumerable<Target> Shares(LedgerMeasurements measured)
    {
        var shares = AllWorkloads.InOrder.Where(workload => workload.Share is not null).Select(workload => (workload.Name, Share: workload.Share!.Value))
            .Append((ImportRun.Name, ImportRun.Share));
        foreach (var (name, share) in shares)
        {
            var least = Held(measured.Rounds.Where(rounds => rounds.Workload == name), rounds => rounds.Size).MinBy(rounds => rounds.ShareByCpu);
            if (least is not null) yield return Target.AtLeast(name, share, least.ShareByCpu, "the floor, by CPU", $" at {Report.Number(least.Size)}");
        }
    }

    private static IEnumerable<Target> Growth(LedgerMeasurements measured)
    {
        foreach (var workload in AllWorkloads.InOrder.Where(workload => workload.IsFlat))
        {
            if (measured.Find(workload.Name, GrowthAt) is { } large && measured.Find(workload.Name, GrowthFrom) is { } small)
            {
                yield return Target.AtMost(
                    $"p50 of {workload.Name}, {Report.Number(GrowthAt)} to {Report.Number(GrowthFrom)}", GrowthAllowed, large.GrowthFrom(small), "times");
            }
        }
    }

    private static IEnumerable<Target> Imports(LedgerMeasurements measured)
    {
        var slowest = Held(measured.Rounds.Where(rounds => rounds.Workload == ImportRun.Name), rounds => rounds.Size).MaxBy(rounds => rounds.OfProduct.P50);
        if (slowest is not null) yield return Target.AtMost(ImportRun.Name, ImportRun.Allowed.TotalMilliseconds, Math.Round(slowest.OfProduct.P50), "ms");

        var longest = Held(measured.Waits.Where(waits => waits.Meanwhile == Waits.Import), waits => waits.Size).MaxBy(waits => waits.Writers.At(0.99));
        if (longest is not null)
            yield return Target.AtMost($"p99 that other writers wait while {Waits.Import}", WaitRun.Allowed.TotalMilliseconds, Math.Round(longest.Writers.At(0.99)), "ms");
    }

    private static IEnumerable<Target> Resources(LedgerMeasurements measured, bool isWhole)
    {
        if (measured.Disk.Transactions >= EnoughToWeigh) yield return Target.AtMost("disk per transaction", BytesAllowed, Math.Round(measured.Disk.Product), "bytes");
        if (isWhole) yield return Target.AtMost("resident memory after the run", MegabytesAllowed, Math.Round(measured.Memory.Now / 1e6), "MB");
    }

    private static List<T> Held<T>(IEnumerable<T> measured, Func<T, int> sizeOf)
    {
        var all = measured.ToList();
        return all.Exists(one => sizeOf(one) > GrowthFrom) ? all.FindAll(one => sizeOf(one) > GrowthFrom) : all;
    }
}
