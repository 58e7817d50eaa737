using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading.Channels;

namespace MyBudget.IntegrationTests.Infrastructure;

/// <summary>The server in a process of its own. Disposing kills it, as nothing can be caught.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string SigningKey = NewSigningKey();
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? string.Empty);
        process.BeginOutputReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>In its own output folder: beside the tests it would find their assemblies.</summary>
    private static string Assembly
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "bin", output.Parent.Name, output.Name, "MyBudget.dll");
        }
    }

    public static async Task<RunningProgram> StartAsync(
        string environment, string database, IEnumerable<(string Key, string? Value)>? settings = null, params string[] arguments)
    {
        var program = new RunningProgram(Process.Start(Start(environment, database, settings ?? [], arguments))!);
        // Kestrel chose the port; the log tells it in any environment.
        program.Address = new Uri((await program.SaysAsync("http://")).Split(' ')[^1]);
        return program;
    }

    public static ProcessStartInfo Start(
        string environment, string database, IEnumerable<(string Key, string? Value)> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["MYBUDGET_DATABASE"] = database;
        start.Environment["Tokens__SigningKeys__0"] = SigningKey;
        start.Environment["Passwords__WorkFactor"] = "4";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
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

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
