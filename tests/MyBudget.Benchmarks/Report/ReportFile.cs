namespace MyBudget.Benchmarks.Report;

/// <summary>Puts the tables between two marks of a file and leaves what is written around them.</summary>
internal static class ReportFile
{
    public static void Write(string path, string mark, string report)
    {
        var (beginMark, endMark) = ($"<!-- {mark}: begin -->", $"<!-- {mark}: end -->");
        var text = File.Exists(path) ? File.ReadAllText(path) : $"# Performance\n\n{beginMark}\n{endMark}\n";
        var (begin, end) = (text.IndexOf(beginMark, StringComparison.Ordinal), text.IndexOf(endMark, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{path} has no marks {beginMark} and {endMark} to write between.");
        File.WriteAllText(path, $"{text[..begin]}{beginMark}\n\n{report}\n{text[end..]}");
    }
}
