using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MyBudget.Benchmarks.Servers;

/// <summary>A server in a process of its own, on a free port of the loopback interface. Disposing ends that process and no other.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private ServerProcess(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>From the start of the process to its first answer that it is ready.</summary>
    public TimeSpan StartToReady { get; private set; }

    /// <summary>Runs a maintenance command of a program to its end.</summary>
    public static async Task RunAsync(string assembly, string command, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartOf(assembly, command, environment))
                            ?? throw new InvalidOperationException($"{assembly} could not be started.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} ended with exit code {process.ExitCode}: {output}");
    }

    public static async Task<ServerProcess> StartAsync(
        string assembly, string? mode, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var start = StartOf(assembly, mode, environment);
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";

        var since = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, port);
        try
        {
            await server.WaitUntilReadyAsync(since, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public int ProcessId => _process.Id;

    /// <summary>What the process has computed so far.</summary>
    public TimeSpan CpuTime => ProcessorTime.Of(ProcessId);

    /// <summary>Resident memory in bytes, now and at its peak.</summary>
    public (long Now, long Peak) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Read("VmRSS:"), Read("VmHWM:"));

        long Read(string name) => 1024 * long.Parse(
            lines.First(line => line.StartsWith(name, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(string assembly, string? mode, ServerEnvironment environment)
    {
        var start = new ProcessStartInfo("dotnet", mode is null ? [assembly] : [assembly, mode])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
        };
        foreach (var (name, value) in environment.Variables) start.Environment[name] = value;
        return start;
    }

    private async Task WaitUntilReadyAsync(long since, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}") };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(ServerEnvironment.ReadyPath, cancellationToken);
                if (answer.IsSuccessStatusCode) break;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            if (_process.HasExited) throw new InvalidOperationException($"The server ended with exit code {_process.ExitCode} before it was ready.");
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new TimeoutException("The server did not become ready.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }

        StartToReady = Stopwatch.GetElapsedTime(since);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
