using System.Text;

namespace MyBudget.Benchmarks.Report;

/// <summary>Markdown that also reads well in a terminal: the first column is text, the others are figures.</summary>
internal static class MarkdownTable
{
    public static void Write(StringBuilder text, string[] head, IEnumerable<string[]> body)
    {
        var rows = body.ToList();
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Append(3).Max()).ToArray();
        Line(head);
        var rule = widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ':');
        text.Append('|').AppendJoin('|', rule).AppendLine("|");
        rows.ForEach(Line);
        text.AppendLine();

        void Line(string[] cells) => text.Append("| ")
            .AppendJoin(" | ", cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
            .AppendLine(" |");
    }
}
