using System.Text.Json;

namespace MyBudget.Tests.Architecture;

/// <summary>An approved file in the repository.</summary>
internal static class Snapshot
{
    public const string Advice = "If that is meant, run UPDATE_SNAPSHOTS=1 ./mybudget test --filter-class \"*EventTests\" and review the difference.";

    public static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares, or, asked to update, writes. What was approved before may be kept beside it under a number.</summary>
    public static bool Matches(string path, string text, bool keepOld = false)
    {
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (approved == text) return true;
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is not "1") return false;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (approved is not null && keepOld) File.Move(path, FreeName(path));
        File.WriteAllText(path, text);
        return true;
    }

    private static string FreeName(string path) =>
        Enumerable.Range(1, int.MaxValue - 1).Select(number => Path.ChangeExtension(path, $"{number}.json")).First(name => !File.Exists(name));
}
