using System.Globalization;
using System.Text;
using MyBudget.Benchmarks.Peers;

namespace MyBudget.Benchmarks.Report;

/// <summary>The table of what was measured beside another product.</summary>
internal static class PeerReport
{
    public static string Write(IReadOnlyList<PeerResult> results)
    {
        var text = new StringBuilder();
        MarkdownTable.Write(
            text, ["operation", "at once", "per second", "Actual", "times", "p50 ms", "Actual"],
            results.Select(result => new[]
            {
                result.Operation, Text($"{result.Connections}"), Text($"{result.ProductPerSecond:n1}"), Text($"{result.PeerPerSecond:n1}"),
                Text($"{result.Times:0.0}"), Text($"{result.ProductP50:0.0}"), Text($"{result.PeerP50:0.0}"),
            }));
        return text.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
