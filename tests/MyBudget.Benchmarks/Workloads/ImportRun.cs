using System.Diagnostics;
using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>Sends a bank file, waits for the counts, and takes the import back where that can be done.</summary>
internal static class ImportRun
{
    public const int Rows = 10_000;

    public static async Task<LoadResult> RunAsync(
        Api api, ServerProcess server, SampleLedger ledger, byte[] file, bool undo, CancellationToken cancellationToken)
    {
        var cpu = server.CpuTime;
        var begin = Stopwatch.GetTimestamp();
        var import = await api.PostFileAsync($"{ledger.Path}/imports?accountId={ledger.ImportAccount}", "bank.csv", file, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        var computed = server.CpuTime - cpu;
        EnsureAllImported(import);
        if (undo) await api.DeleteAsync($"{ledger.Path}/imports/{import.GetProperty("id").GetGuid()}", cancellationToken);
        return new LoadResult(Rows / elapsed.TotalSeconds, elapsed.TotalMilliseconds, elapsed.TotalMilliseconds, computed.TotalMilliseconds);
    }

    private static void EnsureAllImported(JsonElement import)
    {
        var counts = (Count("imported"), Count("duplicates"), Count("rejected"));
        if (counts != (Rows, 0, 0)) throw new InvalidOperationException($"Of {Rows} rows these were imported, duplicates and rejected: {counts}.");

        int Count(string member) => import.GetProperty(member).GetInt32();
    }
}
