using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>The tables.</summary>
internal static class Report
{
    public static string Write(Measurements measured)
    {
        var text = new StringBuilder(measured.Setting).AppendLine().AppendLine();
        if (measured.Ledgers is { } ledgers) Write(text, ledgers);
        SyncReport.Write(text, measured);
        if (measured.Pushes is { } pushes) Write(text, pushes);
        var targets = Targets.Of(measured).ToList();
        if (targets.Count > 0)
        {
            MarkdownTable.Write(
                text, ["target", "to reach", "measured", ""],
                targets.Select(target => new[] { target.What, target.ToReach, target.Measured, target.Reached ? "reached" : "MISSED" }));
        }

        return text.Append(Resources(measured)).ToString();
    }

    public static string Number(long number) => number.ToString("n0", CultureInfo.InvariantCulture);

    private static void Write(StringBuilder text, LedgerMeasurements ledgers)
    {
        if (ledgers.Rounds.Count > 0)
        {
            MarkdownTable.Write(
                text,
                [
                    "per request", "transactions", "of floor, by CPU", "cpu ms", "floor", "server", "floor", "PostgreSQL", "floor", "WAL bytes",
                    "floor",
                ],
                ledgers.Rounds.Select(Costs));
            MarkdownTable.Write(
                text, ["as clients see it", "transactions", "per second", "floor", "of floor", "p50 ms", "floor", "p99 ms", "floor", "p50 growth"],
                ledgers.Rounds.Select(rounds => Speed(ledgers, rounds)));
        }

        if (ledgers.Waits.Count > 0)
        {
            MarkdownTable.Write(
                text, ["what a writer of the ledger waits while", "transactions", "writers", "p50 ms", "p99 ms", "longest"],
                ledgers.Waits.Select(Waited));
        }
    }

    private static void Write(StringBuilder text, PushMeasurements pushes)
    {
        var (product, client) = (pushes.Dispatched.OfProduct, pushes.Dispatched.OfFloor);
        MarkdownTable.Write(
            text,
            [
                "pushes", "messages", "per second", "bare client", "of it", "server's cpu µs", "bare client", "commit to receipt p50 ms",
                "p99 ms",
            ],
            [
                [
                    "dispatched from a full outbox", Number(pushes.Dispatched.Size), Text($"{product.PerSecond:n0}"), Text($"{client.PerSecond:n0}"),
                    Text($"{100 * pushes.Dispatched.ShareByRate:0} %"), Text($"{1000 * product.ServerMilliseconds:0}"),
                    Text($"{1000 * client.ServerMilliseconds:0}"), "", "",
                ],
                ["one notice at a time", "1", "", "", "", "", "", Text($"{pushes.Wait.P50:0}"), Text($"{pushes.Wait.P99:0}")],
            ]);
    }

    private static string[] Costs(Rounds rounds)
    {
        var (product, floor) = (rounds.OfProduct, rounds.OfFloor);
        return
        [
            rounds.Workload, Number(rounds.Size), Text($"{100 * rounds.ShareByCpu:0} %"), Milliseconds(product.CpuMilliseconds),
            Milliseconds(floor.CpuMilliseconds),
            Milliseconds(product.ServerMilliseconds), Milliseconds(floor.ServerMilliseconds), Milliseconds(product.PostgresMilliseconds),
            Milliseconds(floor.PostgresMilliseconds), Text($"{product.WalBytes:n0}"), Text($"{floor.WalBytes:n0}"),
        ];
    }

    private static string[] Speed(LedgerMeasurements ledgers, Rounds rounds)
    {
        var (product, floor) = (rounds.OfProduct, rounds.OfFloor);
        var small = rounds.Size > LedgerTargets.GrowthFrom ? ledgers.Find(rounds.Workload, LedgerTargets.GrowthFrom) : null;
        return
        [
            rounds.Workload, Number(rounds.Size), Text($"{product.PerSecond:n0}"), Text($"{floor.PerSecond:n0}"),
            Text($"{100 * rounds.ShareByRate:0} %"),
            Text($"{product.P50:0.00}"), Text($"{floor.P50:0.00}"), Text($"{product.P99:0.00}"), Text($"{floor.P99:0.00}"),
            small is null ? "" : Text($"{rounds.GrowthFrom(small):0.00}"),
        ];
    }

    private static string[] Waited(Waits waits) =>
    [
        waits.Meanwhile, Number(waits.Size), Number(waits.Writers.Count), Text($"{waits.Writers.At(0.5):0.0}"), Text($"{waits.Writers.At(0.99):0.0}"),
        Text($"{waits.Writers.At(1):0.0}"),
    ];

    private static string Resources(Measurements measured)
    {
        var lines = new List<string>();
        if (measured.Ledgers is { } ledgers)
        {
            var (disk, memory, floor) = (ledgers.Disk, ledgers.Memory, ledgers.FloorMemory);
            lines.Add(Text($"Disk per transaction: product {disk.Product:n0} bytes, floor {disk.Floor:n0}, of {disk.Transactions:n0} each."));
            lines.Add($"Resident memory: product {Megabytes(memory)}, floor {Megabytes(floor)}.");
        }

        if (measured.ImportMemory is { } heap)
        {
            lines.Add(Text(
                $"Smallest heap for a file of {heap.FileBytes / 1e6:0.0} MB: preview {heap.LargePreview} MB ({heap.SmallPreview} MB for {ImportMemoryRun.FewRows} rows), import {heap.LargeImport} MB ({heap.SmallImport} MB)."));
        }

        if (measured.Starts.Count > 0)
        {
            var product = Rounds.Median(measured.Starts.Select(start => start.Product));
            var empty = Rounds.Median(measured.Starts.Select(start => start.Empty));
            lines.Add(Text($"Start to ready: product {product:0.00} s, empty {empty:0.00} s."));
        }

        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    private static string Milliseconds(double milliseconds) => milliseconds < 10 ? Text($"{milliseconds:0.000}") : Text($"{milliseconds:0}");

    private static string Megabytes((long Now, long Peak) bytes) => Text($"{bytes.Now / 1e6:0} MB (peak {bytes.Peak / 1e6:0} MB)");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
