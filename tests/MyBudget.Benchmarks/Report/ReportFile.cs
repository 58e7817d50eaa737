namespace MyBudget.Benchmarks.Report;

/// <summary>Puts the tables between two marks of a file and leaves what is written around them.</summary>
internal static class ReportFile
{
    private const string Begin = "<!-- bench: begin -->";
    private const string End = "<!-- bench: end -->";

    public static void Write(string path, string report)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : $"# Performance\n\n{Begin}\n{End}\n";
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{path} has no marks {Begin} and {End} to write between.");
        File.WriteAllText(path, $"{text[..begin]}{Begin}\n\n{report}\n{text[end..]}");
    }
}
