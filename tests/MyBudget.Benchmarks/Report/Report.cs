using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;

namespace MyBudget.Benchmarks.Report;

/// <summary>The tables, as Markdown that also reads well in a terminal.</summary>
internal static class Report
{
    /// <summary>What growth is measured from.</summary>
    public const int SmallestSize = 1_000;

    public static string Write(Measurements measured)
    {
        var text = new StringBuilder(measured.Setting).AppendLine().AppendLine();
        if (measured.Rounds.Count > 0)
        {
            Table(
                text,
                ["workload", "transactions", "per second", "floor", "of floor", "p50 ms", "floor", "p99 ms", "floor", "cpu ms", "floor", "p50 growth"],
                measured.Rounds.Select(rounds => Row(measured, rounds)));
            text.AppendLine();
        }

        if (measured.Pushes is { } pushes) Write(text, pushes);
        Table(
            text, ["target", "to reach", "measured", ""],
            Target.Of(measured).Select(target => new[] { target.What, target.ToReach, target.Measured, target.Reached ? "reached" : "MISSED" }));
        if (measured.Resources is { } resources) Write(text.AppendLine(), resources);
        return text.ToString();
    }

    private static void Write(StringBuilder text, PushMeasurements pushes)
    {
        var (product, client) = (pushes.Dispatched.OfProduct, pushes.Dispatched.OfFloor);
        Table(
            text, ["pushes", "messages", "per second", "bare client", "of it", "cpu ms", "bare client", "commit to receipt p50 ms", "p99 ms"],
            [
                [
                    "dispatched from a full outbox", Number(pushes.Dispatched.Size), Text($"{product.PerSecond:n0}"), Text($"{client.PerSecond:n0}"),
                    Text($"{100 * pushes.Dispatched.RatioToFloor:0} %"), Text($"{product.CpuMilliseconds:0.00}"), Text($"{client.CpuMilliseconds:0.00}"), "", "",
                ],
                ["one notice at a time", "1", "", "", "", "", "", Text($"{pushes.Wait.P50:0}"), Text($"{pushes.Wait.P99:0}")],
            ]);
        text.AppendLine();
    }

    private static void Write(StringBuilder text, Resources resources)
    {
        text.Append(CultureInfo.InvariantCulture,
            $"Resident memory: product {Megabytes(resources.Memory.Now)} MB (peak {Megabytes(resources.Memory.Peak)} MB), ");
        text.Append(CultureInfo.InvariantCulture,
            $"floor {Megabytes(resources.FloorMemory.Now)} MB (peak {Megabytes(resources.FloorMemory.Peak)} MB). ");
        text.Append(CultureInfo.InvariantCulture,
            $"Start to ready: product {Rounds.Median(resources.Starts.Select(start => start.Product)):0.00} s, ");
        text.Append(CultureInfo.InvariantCulture, $"empty {Rounds.Median(resources.Starts.Select(start => start.Empty)):0.00} s.").AppendLine();
    }

    public static string Number(int number) => number.ToString("n0", CultureInfo.InvariantCulture);

    private static string[] Row(Measurements measured, Rounds rounds)
    {
        var (product, floor) = (rounds.OfProduct, rounds.OfFloor);
        var growth = rounds.Size > SmallestSize && measured.Find(rounds.Workload, SmallestSize) is { } small ? Text($"{rounds.GrowthFrom(small):0.00}") : "";
        return
        [
            rounds.Workload, Number(rounds.Size), Text($"{product.PerSecond:n0}"), Text($"{floor.PerSecond:n0}"), Text($"{100 * rounds.RatioToFloor:0} %"),
            Text($"{product.P50:0.00}"), Text($"{floor.P50:0.00}"), Text($"{product.P99:0.00}"), Text($"{floor.P99:0.00}"),
            Text($"{product.CpuMilliseconds:0.00}"), Text($"{floor.CpuMilliseconds:0.00}"), growth,
        ];
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> body)
    {
        var rows = body.ToList();
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Append(3).Max()).ToArray();
        Line(head);
        text.Append('|').AppendJoin('|', widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ':')).AppendLine("|");
        rows.ForEach(Line);

        void Line(string[] cells) => text.Append("| ")
            .AppendJoin(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
            .AppendLine(" |");
    }

    private static string Megabytes(long bytes) => Text($"{bytes / 1e6:0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
