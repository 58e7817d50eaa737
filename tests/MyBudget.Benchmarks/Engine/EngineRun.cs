using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Engine;

/// <summary>The app's engine: a ledger pulled into a new store, and read from it, in Chromium and in Node.js.</summary>
internal static class EngineRun
{
    public const string Key = "engine";

    /// <summary>Below, what starts and compiles weighs too much.</summary>
    public const int SmallestLedger = 10_000;

    public static async Task<EngineMeasurements> MeasureAsync(int port, string token, SampleLedger ledger, CancellationToken cancellationToken)
    {
        Progress.Say(string.Create(CultureInfo.InvariantCulture, $"the engine at {ledger.Size:n0}"));
        var asked = JsonSerializer.Serialize(new { server = $"http://127.0.0.1:{port}", token, ledger = ledger.Id, on = ledger.Today });
        var script = Path.Combine(Programs.Root, "tests", "MyBudget.Benchmarks", "Engine", "run.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, asked]) { UseShellExecute = false, RedirectStandardOutput = true })
                            ?? throw new InvalidOperationException("Node.js could not be started.");
        var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException("The engine could not be measured, see above.");
        return JsonSerializer.Deserialize<EngineMeasurements>(answer, JsonSerializerOptions.Web)! with { Size = ledger.Size };
    }
}

/// <param name="Size">Transactions of the ledger.</param>
/// <param name="Browser">On IndexedDB; null where there is no Chromium.</param>
/// <param name="Node">On a file.</param>
internal sealed record EngineMeasurements(int Size, EngineFigures? Browser, EngineFigures Node);

/// <param name="Pull">Milliseconds of the first download into the store.</param>
/// <param name="Accounts">Milliseconds for the balances of all accounts.</param>
/// <param name="Statuses">Milliseconds for the state of all budgets.</param>
/// <param name="Page">Milliseconds for the newest 50 transactions.</param>
/// <param name="Megabytes">By which the heap of live objects is larger after that.</param>
internal sealed record EngineFigures(double Pull, double Accounts, double Statuses, double Page, double Megabytes);
