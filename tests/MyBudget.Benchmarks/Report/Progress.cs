namespace MyBudget.Benchmarks.Report;

/// <summary>What is being done goes to standard error, so that standard output is the report alone.</summary>
internal static class Progress
{
    public static void Say(string text) => Console.Error.WriteLine($"bench: {text}");
}
