using System.Diagnostics;
using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>A hundred transactions that were recorded offline: in one push, by turns with a request for each, one after the other.</summary>
internal sealed class EditsRun(Side product, string token, SampleLedger ledger)
{
    public const string Key = "edits";
    public const double Times = 10;
    public const int Edits = 100;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private readonly SampleEntries _entries = new(ledger.Accounts, ledger.Categories, ledger.Today, seed: 4);

    /// <returns>The push as the product, the single requests as the floor.</returns>
    public async Task<Rounds> MeasureAsync(int rounds, CancellationToken cancellationToken)
    {
        Progress.Say($"{Edits} edits in one push");
        using var connection = await HttpConnection.OpenAsync(product.Port, cancellationToken);
        var measured = new Rounds($"{Edits} edits in one push", ledger.Size);
        await DemandAllAppliedAsync(cancellationToken);
        // A few pushes are soon through, and the runtime has not compiled everything then.
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < WarmUp;) await MeasureRoundAsync();
        for (var round = 0; round < rounds; round++)
        {
            var (push, single) = await MeasureRoundAsync();
            measured.Add(push, single);
        }

        return measured;

        async Task<(LoadResult Push, LoadResult Single)> MeasureRoundAsync()
        {
            var push = await MeasureAsync(connection, [Push()], StatusCodes.Status200OK, cancellationToken);
            var single = await MeasureAsync(
                connection, [.. _entries.TakePayments(Edits).Select(entry => new BenchRequest($"{ledger.Path}/transactions", entry))],
                StatusCodes.Status201Created, cancellationToken);
            return (push, single);
        }
    }

    private async Task DemandAllAppliedAsync(CancellationToken cancellationToken)
    {
        using var api = new Api(product.Port, token);
        var push = Push();
        var answer = await api.PostAsync(push.Path, push.Body!, cancellationToken);
        product.Recorded += Edits;
        var refused = answer.GetProperty("outcomes").EnumerateArray()
            .FirstOrDefault(outcome => outcome.GetProperty("status").GetString() is not "applied");
        if (refused.ValueKind is not JsonValueKind.Undefined) throw new InvalidOperationException($"An edit was not applied: {refused}");
    }

    private BenchRequest Push() => new($"{ledger.Path}/sync", new
    {
        operations = _entries.TakePayments(Edits).Select(entry => new
        {
            id = Guid.CreateVersion7(),
            type = "transaction.record",
            entityId = Guid.CreateVersion7(),
            data = entry,
        }).ToArray(),
    });

    private async Task<LoadResult> MeasureAsync(
        HttpConnection connection, IReadOnlyList<BenchRequest> requests, int expected, CancellationToken cancellationToken)
    {
        var bytes = requests.Select(request => request.ToBytes(token)).ToList();
        var before = await product.ReadAsync(cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        foreach (var request in bytes)
        {
            var status = await connection.ExchangeAsync(request, cancellationToken);
            if (status != expected) throw new InvalidOperationException($"The server answered {status} and not {expected}.");
        }

        var (ticks, elapsed) = (Stopwatch.GetTimestamp() - begin, Stopwatch.GetElapsedTime(begin));
        await product.SettleAsync(cancellationToken);
        product.Recorded += Edits;
        return LoadResult.Of([ticks], elapsed, await product.ReadAsync(cancellationToken) - before) with { PerSecond = Edits / elapsed.TotalSeconds };
    }
}
