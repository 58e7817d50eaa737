using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>Starts and stops a cluster's server by <c>pg_ctl</c>, which detaches it from the terminal: Ctrl-C is for the application.</summary>
internal static partial class PostgresControl
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // A killed predecessor's backends may take a moment to notice, and PostgreSQL waits for none of them.
    private static readonly TimeSpan PredecessorTimeout = TimeSpan.FromSeconds(20);

    private const int LinesOfLog = 20;

    /// <returns>The pid of the server's first process.</returns>
    public static async Task<int> StartAsync(
        PostgresCluster cluster, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        await cluster.CreateSocketDirectoryAsync(cancellationToken);
        var wasKilled = File.Exists(cluster.PidFile);
        // They name a process that is gone. PostgreSQL would take any that has its number by now for its predecessor, and refuse to start;
        // whether backends of the predecessor still run it also learns from their shared memory, which it finds by the data directory.
        foreach (var stale in new[] { cluster.PidFile, cluster.SocketLock }) File.Delete(stale);
        cluster.RotateLog();
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var (exitCode, output) = await RunAsync(
                cluster, ["start", "--timeout=3600", "--log", InDoubleQuotes(cluster.Log), "--options", Options(cluster, settings)], cancellationToken);
            if (exitCode == 0 && ProcessId(cluster) is { } pid) return pid;
            if (!wasKilled || TimeProvider.System.GetElapsedTime(since) >= PredecessorTimeout)
            {
                var said = File.Exists(cluster.Log) ? string.Join(Environment.NewLine, File.ReadLines(cluster.Log).TakeLast(LinesOfLog)) : output;
                throw new EmbeddedPostgresException($"PostgreSQL did not start on {cluster.DataDirectory}: {said}");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Fast shutdown: open transactions roll back and the data is flushed. What has to be forced is recovered at the next start.</summary>
    public static async Task StopAsync(PostgresCluster cluster)
    {
        if (ProcessId(cluster) is not null)
        {
            var (exitCode, _) = await RunAsync(cluster, ["stop", "--mode=fast", "--timeout=30"], CancellationToken.None);
            if (exitCode != 0) await RunAsync(cluster, ["stop", "--mode=immediate", "--timeout=15"], CancellationToken.None);
        }

        cluster.RemoveSocketDirectory();
    }

    /// <summary>The server's first process if it runs; a stranger that got the number of one that was killed does not count.</summary>
    public static int? ProcessId(PostgresCluster cluster)
    {
        try
        {
            if (!int.TryParse(File.ReadLines(cluster.PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid)) return null;
            return IsPostmaster(pid, cluster.DataDirectory) ? pid : null;
        }
        catch (Exception gone) when (gone is IOException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsPostmaster(int pid, string dataDirectory)
    {
        if (!OperatingSystem.IsLinux())
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres";
        }

        // Of a zombie the command line is empty, so what only waits to be reaped counts as gone.
        var command = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
        return Path.GetFileName(command[0]) is "postgres" && command.Contains(dataDirectory, StringComparer.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(
        PostgresCluster cluster, IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        ServerProcess.RunAsync(
            cluster.Account.Run(["env", $"PGDATA={cluster.DataDirectory}", cluster.Binaries.Control, "--wait", .. arguments]), cancellationToken);

    private static string Options(PostgresCluster cluster, IReadOnlyDictionary<string, string> settings)
    {
        var all = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            // No TCP at all: nobody else on the machine or the network can connect, and checkouts do not compete for a port.
            ["listen_addresses"] = "",
            ["port"] = PostgresCluster.Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = cluster.SocketDirectory,
            ["unix_socket_permissions"] = "0700",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        return string.Join(' ', all.Select(s => $"-c {Quoted($"{s.Key}={s.Value}")}").Prepend($"-D {Quoted(cluster.DataDirectory)}"));
    }

    // pg_ctl gives options to a shell as they are, and the log's path between double quotes.
    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string InDoubleQuotes(string path) => Special().Replace(path, @"\$0");

    [GeneratedRegex(@"[\\""$`]", RegexOptions.None, 1000)]
    private static partial Regex Special();
}
