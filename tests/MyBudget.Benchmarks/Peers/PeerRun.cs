using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Peers;

/// <summary>The product beside Actual Budget: the same entries, the same operations, by turns and at the same concurrency.</summary>
internal sealed class PeerRun(BenchOptions options)
{
    private const int Entries = 10_000;
    private const int Batch = 500;

    public async Task<PeerResults> RunAsync(string directory, CancellationToken cancellationToken)
    {
        await using var database = await BenchDatabase.StartAsync(Path.Combine(directory, "product"), cancellationToken);
        var environment = new ServerEnvironment(database.ConnectionString, directory);
        await ServerProcess.RunAsync(Programs.Product, "db-apply", environment, cancellationToken);
        await using var product = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        using var visitor = new Api(product.Port);
        var user = new { email = "bench@example.org", password = "benchmark of a household", displayName = "Bench" };
        var token = (await visitor.PostAsync("/api/v1/auth/register", user, cancellationToken)).GetProperty("accessToken").GetString()!;
        using var api = new Api(product.Port, token);

        Progress.Say($"filling both with {Entries:n0} transactions");
        var ledger = await FillAsync(api, directory, cancellationToken);
        await using var actual = await PeerProcess.StartAsync("actual.mjs", directory, cancellationToken);
        var bytes = await DownloadRun.BytesAsync(product.Port, token, ledger, cancellationToken);
        var results = await MeasureAsync(new PeerOperations(api, ledger), actual, cancellationToken);
        return new PeerResults(results, (double)bytes / Entries, (double)actual.Bytes / Entries);
    }

    private static async Task<SampleLedger> FillAsync(Api api, string directory, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var ledger = await SampleLedger.CreateAsync(api, Entries, today, cancellationToken);
        foreach (var budget in ledger.Budgets()) await api.PostAsync($"{ledger.Path}/budgets", budget, cancellationToken);
        var entries = new SampleEntries(ledger.Accounts, ledger.Categories, today, seed: 1).Take(Entries).ToList();
        foreach (var batch in entries.Chunk(Batch))
            await api.PostAsync($"{ledger.Path}/transactions/batch", new { transactions = batch }, cancellationToken);

        var first = PeerOperations.FirstOf(today);
        var content = new
        {
            accounts = ledger.Accounts,
            categories = ledger.Categories,
            months = Enumerable.Range(-12, 13).Select(month => first.AddMonths(month).ToString("yyyy-MM", null)),
            on = today,
            from = first,
            to = PeerOperations.LastOf(today),
            transactions = entries,
        };
        await File.WriteAllBytesAsync(Path.Combine(directory, "ledger.json"), JsonSerializer.SerializeToUtf8Bytes(content), cancellationToken);
        return ledger;
    }

    private async Task<IReadOnlyList<PeerResult>> MeasureAsync(PeerOperations product, PeerProcess actual, CancellationToken cancellationToken)
    {
        var results = new List<PeerResult>();
        foreach (var (key, name) in PeerOperations.All)
        {
            foreach (var connections in key is PeerOperations.Download or PeerOperations.Push ? [1] : new[] { 1, options.Connections })
            {
                Progress.Say($"{name}, {connections} at once");
                var result = new PeerResult(name, connections);
                // The first warms both up.
                for (var round = 0; round <= options.Rounds; round++)
                {
                    var ofProduct = await product.RunAsync(key, connections, options.Seconds, cancellationToken);
                    var ofActual = await actual.RunAsync(key, connections, options.Seconds, cancellationToken);
                    if (round > 0) result.Add(ofProduct, ofActual);
                }

                results.Add(result);
            }
        }

        return results;
    }
}

/// <param name="Results">Per operation and concurrency.</param>
/// <param name="ProductBytes">On the wire of a first download, compressed, for each transaction.</param>
/// <param name="PeerBytes">Of the file that a new device downloads, for each transaction.</param>
internal sealed record PeerResults(IReadOnlyList<PeerResult> Results, double ProductBytes, double PeerBytes);

/// <summary>One operation at one concurrency, in milliseconds per call.</summary>
internal sealed record PeerResult(string Operation, int Connections)
{
    private readonly List<(double[] Product, double[] Peer)> _rounds = [];

    public double ProductP50 => Rounds.Median(_rounds.SelectMany(round => round.Product));

    public double PeerP50 => Rounds.Median(_rounds.SelectMany(round => round.Peer));

    public double ProductPerSecond => PerSecond(round => round.Product);

    public double PeerPerSecond => PerSecond(round => round.Peer);

    /// <summary>How many times as many in the same time.</summary>
    public double Times => Rounds.Median(_rounds.Select(round => round.Peer.Average() / round.Product.Average()));

    public void Add(double[] product, double[] peer) => _rounds.Add((product, peer));

    // All connections are busy all the time.
    private double PerSecond(Func<(double[] Product, double[] Peer), double[]> side) =>
        Rounds.Median(_rounds.Select(round => 1000 * Connections / side(round).Average()));
}
