using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.Peers;

namespace MyBudget.Benchmarks.Report;

/// <summary>The table of what was measured beside another product.</summary>
internal static class PeerReport
{
    public static string Write(PeerResults measured)
    {
        var text = new StringBuilder();
        MarkdownTable.Write(
            text, ["operation", "at once", "per second", "Actual", "times", "p50 ms", "Actual"],
            measured.Results.Select(result => new[]
            {
                result.Operation, Text($"{result.Connections}"), Text($"{result.ProductPerSecond:n1}"), Text($"{result.PeerPerSecond:n1}"),
                Text($"{result.Times:0.0}"), Text($"{result.ProductP50:0.0}"), Text($"{result.PeerP50:0.0}"),
            }));
        text.AppendLine(Text($"A first download is {measured.ProductBytes:0} bytes for each transaction here, {measured.PeerBytes:0} there."));
        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
