using System.Runtime.InteropServices;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>The signals that PostgreSQL takes for fast, immediate and no shutdown at all; .NET itself only knows kill.</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    /// <summary>A process that is gone already is no error.</summary>
    public static void Send(int pid, int signal) => _ = SendSignal(pid, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int pid, int signal);
}
