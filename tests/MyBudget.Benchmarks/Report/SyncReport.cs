using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.Engine;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Streams;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>What was measured of synchronisation and has no place in the tables of requests.</summary>
internal static class SyncReport
{
    public static void Write(StringBuilder text, Measurements measured)
    {
        var downloads = measured.Ledgers?.Downloads ?? [];
        if (downloads.Count > 0)
        {
            MarkdownTable.Write(
                text,
                [
                    "first download, compressed", "transactions", "bytes on the wire", "per transaction", "COPY's", "resident MB before",
                    "highest during it",
                ],
                downloads.Select(Of));
        }

        if (measured.Ledgers?.Edits is { } edits)
        {
            var (push, single, edited) = (edits.OfProduct, edits.OfFloor, Report.Number(EditsRun.Edits));
            MarkdownTable.Write(
                text, ["edits made offline", "edits", "ms", "cpu ms", "times as fast"],
                [
                    ["in one push", edited, Text($"{push.P50:0}"), Text($"{push.CpuMilliseconds:0}"), Text($"{TimesOf(edits):0.0}")],
                    ["a request for each, one after the other", edited, Text($"{single.P50:0}"), Text($"{single.CpuMilliseconds:0}"), ""],
                ]);
        }

        if (measured.Ledgers is { Engine: { Count: > 0 } engine })
        {
            MarkdownTable.Write(
                text,
                [
                    "the app's engine", "transactions", "pulled in s", "per second", "balances of accounts ms", "state of 20 budgets ms", "newest 50 ms",
                    "heap MB",
                ],
                engine.SelectMany(Of));
        }

        if (measured.Streams is not { } streams) return;
        MarkdownTable.Write(
            text, ["open event streams", "streams", "kB each", "bare server", "commit to client p50 ms", "p99 ms", "longest"],
            [
                [
                    "on one replica, written to by another", Report.Number(StreamRun.Streams), Text($"{streams.Bytes / 1e3:0.0}"),
                    Text($"{streams.FloorBytes / 1e3:0.0}"), Text($"{streams.Wait.At(0.5):0}"), Text($"{streams.Wait.At(0.99):0}"),
                    Text($"{streams.Wait.At(1):0}"),
                ],
            ]);
    }

    public static IEnumerable<Target> Targets(Measurements measured)
    {
        if (measured.Ledgers is { Downloads: [.., var largest] })
        {
            yield return Target.AtMost(
                "bytes on the wire for each transaction of a first download", DownloadRun.BytesAllowed, (double)largest.Bytes / largest.Size,
                "bytes");
            yield return Target.AtMost("resident memory that a first download adds", DownloadRun.MegabytesAllowed, largest.Grown / 1e6, "MB");
        }

        if (measured.Ledgers?.Edits is { } edits)
            yield return Target.AtLeast($"{EditsRun.Edits} edits in one push, to a request for each", EditsRun.Times, TimesOf(edits), "times as fast");
        if (measured.Streams is { } streams)
        {
            yield return Target.AtMost(
                $"p99 from the commit to a client of another replica, {Report.Number(StreamRun.Streams)} streams", StreamRun.Soon.TotalMilliseconds,
                Math.Round(streams.Wait.At(0.99)), "ms");
        }
    }

    private static string[] Of(Downloads download) =>
    [
        "page by page", Report.Number(download.Size), Report.Number(download.Bytes), Text($"{(double)download.Bytes / download.Size:0.0}"),
        Text($"{(double)download.FloorBytes / download.Size:0.0}"), Text($"{Rounds.Median(download.Memory.Select(memory => (double)memory.Before)) / 1e6:0}"),
        Text($"{Rounds.Median(download.Memory.Select(memory => (double)memory.Highest)) / 1e6:0}"),
    ];

    private static IEnumerable<string[]> Of(EngineMeasurements engine)
    {
        if (engine.Browser is { } browser) yield return Of("in Chromium, on IndexedDB", engine.Size, browser);
        yield return Of("in Node.js, on a file", engine.Size, engine.Node);
    }

    private static string[] Of(string where, int size, EngineFigures figures) =>
    [
        where, Report.Number(size), Text($"{figures.Pull / 1e3:0.0}"), Text($"{1e3 * size / figures.Pull:n0}"), Text($"{figures.Accounts:0.0}"),
        Text($"{figures.Statuses:0.0}"), Text($"{figures.Page:0.0}"), Text($"{figures.Megabytes:0.0}"),
    ];

    private static double TimesOf(Rounds edits) => edits.ShareByRate;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
