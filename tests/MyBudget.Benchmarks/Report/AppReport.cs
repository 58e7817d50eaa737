using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.App;

namespace MyBudget.Benchmarks.Report;

/// <summary>The tables of the app, and what it is held to.</summary>
internal static class AppReport
{
    private const int Usual = 10_000;
    private const int Large = 100_000;

    public static string Write(AppMeasurements measured)
    {
        var text = new StringBuilder(measured.Setting).AppendLine().AppendLine();
        MarkdownTable.Write(
            text, ["first visit", "kB", "files", "kB with all screens"],
            measured.Visit.Select(visit => new[] { visit.Locale, Text($"{visit.Bytes / 1e3:0.0}"), Text($"{visit.Files}"), Text($"{visit.Whole / 1e3:0.0}") }));
        MarkdownTable.Write(
            text, ["on a phone", "transactions", "slowed down", "median ms", "longest ms"],
            Of("warm start to Home", measured.Starts).Concat(Of("from the tap to the keypad", measured.Keypads))
                .Concat(Of("from the text to what is found", measured.Searches)));
        MarkdownTable.Write(
            text, ["fling through the entries", "transactions", "slowed down", "frames", "p95 ms", "longest ms", "blank"],
            measured.Scrolls.Select(scroll => new[]
            {
                "24,000 pixels", Report.Number(scroll.Size), Text($"{scroll.Slow}x"), Text($"{scroll.Frames}"), Text($"{scroll.P95:0.0}"),
                Text($"{scroll.Longest:0.0}"), Text($"{scroll.Blank}"),
            }));
        MarkdownTable.Write(
            text, ["first download", "transactions", "s", "longest block of input ms", "above 50 ms"],
            measured.Pulls.Select(pull => new[]
            {
                "into the browser's store", Report.Number(pull.Size), Text($"{pull.Whole / 1e3:0.0}"), Text($"{pull.Longest:0}"), Text($"{pull.Tasks}"),
            }));
        MarkdownTable.Write(
            text, ["target", "to reach", "measured", ""],
            Targets(measured).Select(target => new[] { target.What, target.ToReach, target.Measured, target.Reached ? "reached" : "MISSED" }));
        var (audit, faults) = (measured.Audit, measured.Audit.Faults);
        return text.AppendLine(faults.Count == 0 ? $"Lighthouse {audit.Version} finds nothing to mend." : $"Lighthouse {audit.Version}: {string.Join(", ", faults)}.")
            .ToString();
    }

    private static IEnumerable<Target> Targets(AppMeasurements measured)
    {
        yield return Target.AtMost("transferred at first visit", 120, measured.Visit.Max(visit => visit.Bytes) / 1e3, "kB");
        yield return Target.AtMost("warm start, 10,000, 1x", 500, Find(measured.Starts, Usual, slow: 1), "ms");
        yield return Target.AtMost("warm start, 10,000, 4x", 1_500, Find(measured.Starts, Usual, slow: 4), "ms");
        yield return Target.AtMost("warm start, 100,000, 4x", 2_500, Find(measured.Starts, Large, slow: 4), "ms");
        yield return Target.AtMost("keypad after the tap, 10,000, 4x", 150, Find(measured.Keypads, Usual, slow: 4), "ms");
        yield return Target.AtMost("search, 100,000, 1x", 200, Find(measured.Searches, Large, slow: 1), "ms");
        foreach (var scroll in measured.Scrolls)
        {
            yield return Target.AtMost(Text($"p95 of frames while scrolling, {scroll.Size:n0}, {scroll.Slow}x"), 20, Math.Round(scroll.P95, 1), "ms");
            yield return Target.AtMost(Text($"blank frames while scrolling, {scroll.Size:n0}, {scroll.Slow}x"), 0, scroll.Blank, "frames");
        }

        yield return Target.AtMost("block of input in a first download, 100,000", 50, measured.Pulls.Single(pull => pull.Size == Large).Longest, "ms");
        yield return Target.AtLeast("Lighthouse, mobile: performance", 95, measured.Audit.Performance, "of 100");
        yield return Target.AtLeast("Lighthouse, mobile: accessibility", 100, measured.Audit.Accessibility, "of 100");
        yield return Target.AtLeast("Lighthouse, mobile: best practices", 100, measured.Audit.BestPractices, "of 100");
    }

    private static double Find(IReadOnlyList<Timed> all, int size, int slow) => Math.Round(all.Single(one => one.Size == size && one.Slow == slow).Median);

    private static IEnumerable<string[]> Of(string what, IReadOnlyList<Timed> all) => all.Select(one => new[]
    {
        what, Report.Number(one.Size), Text($"{one.Slow}x"), Text($"{one.Median:0}"), Text($"{one.Longest:0}"),
    });

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
