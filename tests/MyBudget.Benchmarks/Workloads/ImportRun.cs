using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>
/// Bank files into an account that holds another of the same length: sent, the counts waited for, and taken back, so that each finds
/// the account as the one before did.
/// </summary>
internal sealed class ImportRun(Side side, Api api, SampleLedger ledger)
{
    public const string Key = "import";
    public const int Rows = 10_000;
    public static readonly double? Share = 0.25;
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);
    public static readonly string Name = string.Create(CultureInfo.InvariantCulture, $"import of {Rows:n0} rows");

    private string Path => $"{ledger.Path}/imports?accountId={ledger.ImportAccount}";

    /// <summary>An import that stands.</summary>
    public async Task KeepAsync(byte[] file, CancellationToken cancellationToken)
    {
        DemandAllImported(await api.PostFileAsync(Path, "bank.csv", file, cancellationToken));
        await side.SettleAsync(cancellationToken);
    }

    public Task PreviewAsync(byte[] file, CancellationToken cancellationToken) =>
        api.PostFileAsync($"{Path}&preview=true", "bank.csv", file, cancellationToken);

    public async Task<LoadResult> MeasureAsync(byte[] file, CancellationToken cancellationToken)
    {
        var before = await side.ReadAsync(cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        var import = await api.PostFileAsync(Path, "bank.csv", file, cancellationToken);
        var (ticks, elapsed) = (Stopwatch.GetTimestamp() - begin, Stopwatch.GetElapsedTime(begin));
        await side.SettleAsync(cancellationToken);
        var used = await side.ReadAsync(cancellationToken) - before;
        DemandAllImported(import);
        await TakeBackAsync(import, cancellationToken);
        return LoadResult.Of([ticks], elapsed, used) with { PerSecond = Rows / elapsed.TotalSeconds };
    }

    public async Task SendAndTakeBackAsync(byte[] file, Func<Task, Task> meanwhile, CancellationToken cancellationToken)
    {
        var sent = api.PostFileAsync(Path, "bank.csv", file, cancellationToken);
        await meanwhile(sent);
        await TakeBackAsync(await sent, cancellationToken);
    }

    private async Task TakeBackAsync(JsonElement import, CancellationToken cancellationToken)
    {
        await api.DeleteAsync($"{ledger.Path}/imports/{import.GetProperty("id").GetGuid()}", cancellationToken);
        await side.SettleAsync(cancellationToken);
    }

    private static void DemandAllImported(JsonElement import)
    {
        var counts = (Count("imported"), Count("duplicates"), Count("rejected"));
        if (counts != (Rows, 0, 0)) throw new InvalidOperationException($"Of {Rows} rows these were imported, duplicates and rejected: {counts}.");

        int Count(string member) => import.GetProperty(member).GetInt32();
    }
}
