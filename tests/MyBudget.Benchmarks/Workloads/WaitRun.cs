using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>What others who write into a ledger wait while a bank file is worked on, and without.</summary>
internal sealed class WaitRun(Api api, ImportRun import, SampleLedger ledger)
{
    public const string Key = "wait";
    private const int IdleWriters = 50;
    public static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(250);

    private readonly IReadOnlyList<BenchRequest> _requests = [.. AllWorkloads.InOrder.Single(workload => workload.Key == "record").RequestsFor(ledger)];

    public async Task<IReadOnlyList<Waits>> MeasureAsync(Func<int, byte[]> fileOf, int rounds, CancellationToken cancellationToken)
    {
        var (idle, preview, importing) = (new List<long>(), new List<long>(), new List<long>());
        for (var round = 0; round < rounds; round++)
        {
            var file = fileOf(round);
            idle.AddRange(await WriteAsync(begun => begun < IdleWriters, cancellationToken));
            preview.AddRange(await WriteAsync(import.PreviewAsync(file, cancellationToken), cancellationToken));
            await import.SendAndTakeBackAsync(file, async sent => importing.AddRange(await WriteAsync(sent, cancellationToken)), cancellationToken);
        }

        return [Of(Waits.Nothing, idle), Of(Waits.Preview, preview), Of(Waits.Import, importing)];
    }

    private Waits Of(string meanwhile, List<long> waited) => new(meanwhile, ledger.Size, Percentiles.Of(waited));

    private async Task<IReadOnlyList<long>> WriteAsync(Task other, CancellationToken cancellationToken)
    {
        var waited = await WriteAsync(_ => !other.IsCompleted, cancellationToken);
        await other;
        return waited;
    }

    private Task<IReadOnlyList<long>> WriteAsync(Func<int, bool> goesOn, CancellationToken cancellationToken) => Writers.WaitAsync(goesOn, number =>
        api.PostAsync(_requests[number % _requests.Count].Path, _requests[number % _requests.Count].Body!, cancellationToken));
}

/// <param name="Meanwhile">What goes on in the ledger.</param>
/// <param name="Size">Transactions of the ledger.</param>
/// <param name="Writers">What each waited.</param>
internal sealed record Waits(string Meanwhile, int Size, Percentiles Writers)
{
    public const string Nothing = "nothing else goes on";
    public const string Preview = "10,000 rows are previewed";
    public const string Import = "10,000 rows are imported";
}
