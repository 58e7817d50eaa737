using System.Globalization;

namespace MyBudget.Development.EmbeddedPostgres;

/// <summary>A running server process.</summary>
internal sealed record Postmaster(int Pid, string DataDirectory)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // A killed predecessor's backends may take a moment to notice, and PostgreSQL waits for none of them.
    private static readonly TimeSpan PredecessorTimeout = TimeSpan.FromSeconds(20);

    public bool IsRunning => PostmasterFile.IsPostmaster(Pid, DataDirectory);

    /// <summary>The server that a killed process left behind, if there is one.</summary>
    public static Postmaster? Find(string dataDirectory) =>
        PostmasterFile.Of(dataDirectory).LivePid() is { } pid ? new Postmaster(pid, dataDirectory) : null;

    public static async Task<Postmaster> StartAsync(
        PostgresCluster cluster, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var file = PostmasterFile.Of(cluster.DataDirectory);
        var recovers = File.Exists(file.Path);
        file.DisownStranger();
        await cluster.CreateSocketDirectoryAsync(cancellationToken);
        cluster.Log.Rotate();
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var logged = cluster.Log.Length;
            if (await TryStartAsync(cluster, settings, file, cancellationToken) is { } postmaster)
                return postmaster;
            if (!recovers || TimeProvider.System.GetElapsedTime(since) >= PredecessorTimeout)
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL did not start on {cluster.DataDirectory}: {await cluster.Log.SinceAsync(logged, cancellationToken)}");
            }

            await Task.Delay(Pause * 10, cancellationToken);
        }
    }

    /// <summary>Fast shutdown: open transactions roll back and the data is flushed. Force is the last resort.</summary>
    public async Task StopAsync(TimeSpan timeout)
    {
        foreach (var (signal, patience) in new[] { (Signals.Interrupt, timeout), (Signals.Quit, timeout / 4), (Signals.Kill, timeout / 4) })
        {
            Signals.Send(Pid, signal);
            var since = TimeProvider.System.GetTimestamp();
            while (IsRunning && TimeProvider.System.GetElapsedTime(since) < patience)
                await Task.Delay(Pause);
            if (!IsRunning)
                return;
        }
    }

    private static async Task<Postmaster?> TryStartAsync(
        PostgresCluster cluster, IReadOnlyDictionary<string, string> settings, PostmasterFile file, CancellationToken cancellationToken)
    {
        // A session of its own: Ctrl-C reaches every process of the terminal's group, and PostgreSQL has to outlive the requests
        // that the application still finishes. The log is a file and no pipe, so that it outlives the application, too.
        string[] detached = ["setsid", "sh", "-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "sh", cluster.Log.Path];
        using var process = ServerProcess.Start([.. detached, .. cluster.Account.Run(CommandLine(cluster, settings))]);
        var postmaster = new Postmaster(process.Id, cluster.DataDirectory);
        try
        {
            while (!file.SaysReady(process.Id))
            {
                if (process.HasExited)
                    return null;
                await Task.Delay(Pause, cancellationToken);
            }

            return postmaster;
        }
        catch (OperationCanceledException)
        {
            await postmaster.StopAsync(PredecessorTimeout);
            throw;
        }
    }

    private static IEnumerable<string> CommandLine(PostgresCluster cluster, IReadOnlyDictionary<string, string> settings)
    {
        var all = new Dictionary<string, string>(settings, StringComparer.Ordinal)
        {
            // No TCP at all: nobody else on the machine or the network can connect, and checkouts do not compete for a port.
            ["listen_addresses"] = "",
            ["port"] = PostgresSocket.Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = cluster.SocketDirectory,
            ["unix_socket_permissions"] = "0700",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        return [cluster.Binaries.Postgres, "-D", cluster.DataDirectory, .. all.SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" })];
    }
}
