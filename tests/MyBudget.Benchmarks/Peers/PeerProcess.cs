using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Peers;

/// <summary>Another budget server, driven by a script that knows its library. Disposing ends both.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>Of what a new device downloads.</summary>
    public long Bytes { get; private set; }

    public static async Task<PeerProcess> StartAsync(string script, string directory, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Programs.Root, "tests", "MyBudget.Benchmarks", "Peers");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, script), directory])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        var peer = new PeerProcess(Process.Start(start) ?? throw new InvalidOperationException($"{script} could not be started."));
        peer.Bytes = JsonElement.Parse(await peer.AnswerAsync(cancellationToken)).GetProperty("bytes").GetInt64();
        return peer;
    }

    /// <summary>Lets it work for a while and answers how many milliseconds each call took.</summary>
    public async Task<double[]> RunAsync(string operation, int connections, double seconds, CancellationToken cancellationToken)
    {
        var asked = string.Create(
            CultureInfo.InvariantCulture, $"{{\"operation\":\"{operation}\",\"connections\":{connections},\"seconds\":{seconds}}}");
        await _process.StandardInput.WriteLineAsync(asked.AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return JsonSerializer.Deserialize<double[]>(await AnswerAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> AnswerAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
        ?? throw new InvalidOperationException("The peer ended early; ./mybudget bench --peers installs what it needs.");
}
