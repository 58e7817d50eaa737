using System.Globalization;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>The data directory's <c>postmaster.pid</c>: who serves it, and how far the start has come.</summary>
internal sealed record PostmasterFile(string Path)
{
    // Above the largest pid that Linux gives out.
    private const string NoProcess = "2147483647";

    public static PostmasterFile Of(string dataDirectory) => new(System.IO.Path.Combine(dataDirectory, "postmaster.pid"));

    /// <summary>The pid in the file if that process is the postmaster which wrote it, and not a stranger that got its number.</summary>
    public int? LivePid() =>
        Lines() is [var pid, var directory, ..] && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
        && IsPostmaster(number, directory)
            ? number
            : null;

    public bool SaysReady(int pid) =>
        Lines() is { Length: >= 8 } lines && lines[7].Trim() is "ready"
        && string.Equals(lines[0], pid.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>
    /// Makes a stranger's pid harmless: PostgreSQL would take any live process of that number for its predecessor and refuse to
    /// start. The rest of the file stays, because from it PostgreSQL learns whether backends of the predecessor still run; an
    /// empty file, which a power cut can leave and PostgreSQL refuses, tells nothing.
    /// </summary>
    public void DisownStranger()
    {
        if (LivePid() is not null)
            return;
        if (Lines() is [_, .. var rest])
            File.WriteAllLines(Path, [NoProcess, .. rest]);
        else
            File.Delete(Path);
    }

    public static bool IsPostmaster(int pid, string dataDirectory)
    {
        try
        {
            // Of a zombie the command line is empty, so what only waits to be reaped counts as gone.
            var line = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return System.IO.Path.GetFileName(line[0]) is "postgres" && line.Contains(dataDirectory, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string[] Lines()
    {
        try
        {
            return File.ReadAllLines(Path);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
