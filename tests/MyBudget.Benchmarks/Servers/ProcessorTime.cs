using System.Globalization;
using System.Runtime.InteropServices;

namespace MyBudget.Benchmarks.Servers;

/// <summary>
/// What other processes have computed, to the nanosecond: the figures in /proc count in hundredths of a second, a good part of what an
/// import takes.
/// </summary>
internal static class ProcessorTime
{
    // Linux names the clock of a process by its inverted pid; the last bits say: all threads, also those that ended, as scheduled.
    private const int Scheduled = 2;
    private const int TicksPerSecond = 100;

    /// <summary>Nothing for a process that has ended.</summary>
    public static TimeSpan Of(int pid) => GetTime((~pid << 3) | Scheduled, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : TimeSpan.Zero;

    /// <summary>A process with its children, those that ended too.</summary>
    public static TimeSpan WithChildren(int pid)
    {
        var ended = TimeSpan.Zero;
        var running = Of(pid);
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var process)) continue;
            if (Stat(process) is not { } stat) continue;
            if (process == pid) ended = TimeSpan.FromSeconds((double)(Number(stat[13]) + Number(stat[14])) / TicksPerSecond);
            else if (Number(stat[1]) == pid) running += Of(process);
        }

        return ended + running;
    }

    // From the state on: the name before it may hold anything.
    private static string[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
