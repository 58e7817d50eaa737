using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace MyBudget.IntegrationTests.Infrastructure.Operations;

/// <summary>The program as an operator starts it: a process of its own. Disposing kills it, as nothing can be caught.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string SigningKey = NewSigningKey();

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            Output.Enqueue(line.Data ?? string.Empty);
            _lines.Writer.TryWrite(line.Data ?? string.Empty);
        };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, line) => Output.Enqueue(line.Data ?? string.Empty);
        process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    public int Pid => _process.Id;

    /// <summary>All it has written so far.</summary>
    public ConcurrentQueue<string> Output { get; } = new();

    /// <summary>In its own output folder: beside the tests it would find their assemblies.</summary>
    private static string Assembly
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "bin", output.Parent.Name, output.Name, "MyBudget.dll");
        }
    }

    public static Task<RunningProgram> StartAsync(string environment, string database, params string[] arguments) =>
        StartAsync(environment, database, [], arguments);

    public static async Task<RunningProgram> StartAsync(
        string environment, string database, IEnumerable<(string Key, string? Value)> settings, params string[] arguments)
    {
        var program = new RunningProgram(Process.Start(Describe(environment, database, settings, arguments))!);
        // Kestrel chose the port; the log tells it in any environment.
        var line = await program.SaysAsync("http://127.0.0.1");
        program.Address = new Uri(line[line.IndexOf("http://127.0.0.1", StringComparison.Ordinal)..].Split(' ', '"')[0]);
        return program;
    }

    /// <summary>Runs it until it ends by itself; answers with its exit code and what it wrote to the error stream.</summary>
    public static async Task<(int Code, string Errors)> RunToEndAsync(
        string environment, string? database, IEnumerable<(string Key, string? Value)> settings, params string[] arguments)
    {
        using var process = Process.Start(Describe(environment, database, settings, arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, errors);
    }

    /// <summary>A port that nobody had a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for a line that holds the text.</summary>
    public async Task<string> SaysAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var line = await _lines.Reader.ReadAsync(patience.Token);
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }
    }

    /// <summary>Asks it to stop, the way a platform does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, with SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(string environment, string? database, IEnumerable<(string Key, string? Value)> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["MYBUDGET_DATABASE"] = database;
        start.Environment["Tokens__SigningKeys__0"] = SigningKey;
        start.Environment["Passwords__WorkFactor"] = environment == "Production" ? "10" : "4";
        // A busy machine may take its time.
        start.Environment["Health__Timeout"] = "00:00:20";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
