using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>What the product is held to on ledgers. Shares of the floor are those by processor time.</summary>
internal static class LedgerTargets
{
    /// <summary>What growth is measured from; a ledger that small is held to nothing else, where a larger one was measured.</summary>
    public const int GrowthFrom = 1_000;

    private const int GrowthAt = 100_000;
    private const int Largest = 1_000_000;
    private const double SearchAllowed = 100;
    private const double MegabytesAllowed = 250;
    private const double BytesAllowed = 2_100;

    /// <summary>Below, what is there in any ledger weighs too much.</summary>
    private const int EnoughToWeigh = 10_000;

    public static IEnumerable<Target> Of(LedgerMeasurements measured, bool isWhole) =>
        [.. Shares(measured), .. Growth(measured), .. Searches(measured), .. Imports(measured), .. Resources(measured, isWhole)];

    private static IEnumerable<Target> Shares(LedgerMeasurements measured)
    {
        var shares = AllWorkloads.InOrder.Select(workload => (workload.Name, workload.Share))
            .Concat([(DownloadRun.Name, (double?)DownloadRun.Share), (ImportRun.Name, ImportRun.Share)]);
        foreach (var (name, share) in shares)
        {
            if (share is null || HeldOf(measured, name).MinBy(rounds => rounds.ShareByCpu) is not { } least) continue;
            yield return Target.ShareOf(name, share.Value, least.ShareByCpu, "the floor, by CPU", $" at {Report.Number(least.Size)}");
        }
    }

    private static IEnumerable<Target> Growth(LedgerMeasurements measured)
    {
        foreach (var workload in AllWorkloads.InOrder.Where(workload => workload.MayGrow is not null))
        {
            if (measured.Find(workload.Name, GrowthAt) is { } large && measured.Find(workload.Name, GrowthFrom) is { } small)
            {
                var what = $"p50 of {workload.Name}, {Report.Number(GrowthAt)} to {Report.Number(GrowthFrom)}";
                yield return Target.AtMost(what, workload.MayGrow!.Value, large.GrowthFrom(small), "times");
            }
        }
    }

    /// <summary>By processor time, since eight wait for each other on few cores.</summary>
    private static IEnumerable<Target> Searches(LedgerMeasurements measured)
    {
        foreach (var workload in AllWorkloads.InOrder.Where(workload => workload.IsSearch))
        {
            if (measured.Find(workload.Name, Largest) is { } rounds)
                yield return Target.AtMost($"{workload.Name} in {Report.Number(Largest)}", SearchAllowed, rounds.OfProduct.CpuMilliseconds, "ms of cpu");
        }
    }

    private static IEnumerable<Target> Imports(LedgerMeasurements measured)
    {
        var imports = HeldOf(measured, ImportRun.Name).Select(rounds => rounds.OfProduct.P50).ToList();
        if (imports.Count > 0) yield return Target.AtMost(ImportRun.Name, ImportRun.Allowed.TotalMilliseconds, Math.Round(imports.Max()), "ms");

        var waits = Held(measured.Waits.Where(waits => waits.Meanwhile == Waits.Import), waits => waits.Size);
        if (waits.Count == 0) yield break;
        yield return Target.AtMost(
            $"p99 that other writers wait while {Waits.Import}", WaitRun.Allowed.TotalMilliseconds,
            Math.Round(waits.Max(wait => wait.Writers.At(0.99))), "ms");
    }

    private static IEnumerable<Target> Resources(LedgerMeasurements measured, bool isWhole)
    {
        if (measured.Disk.Transactions >= EnoughToWeigh)
            yield return Target.AtMost("disk per transaction", BytesAllowed, Math.Round(measured.Disk.Product), "bytes");
        if (isWhole) yield return Target.AtMost("resident memory after the run", MegabytesAllowed, Math.Round(measured.Memory.Now / 1e6), "MB");
    }

    private static List<Rounds> HeldOf(LedgerMeasurements measured, string name) =>
        Held(measured.Rounds.Where(rounds => rounds.Workload == name), rounds => rounds.Size);

    private static List<T> Held<T>(IEnumerable<T> measured, Func<T, int> sizeOf)
    {
        var all = measured.ToList();
        return all.Exists(one => sizeOf(one) > GrowthFrom) ? all.FindAll(one => sizeOf(one) > GrowthFrom) : all;
    }
}
