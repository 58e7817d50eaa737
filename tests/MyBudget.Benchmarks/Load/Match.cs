using MyBudget.Benchmarks.Servers;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Load;

/// <summary>Product and floor under one workload at one size.</summary>
internal sealed class Match : IDisposable
{
    private readonly Load _onProduct;
    private readonly Load _onFloor;
    private readonly Contender _product;
    private readonly Contender _floor;

    private Match(Rounds rounds, Load onProduct, Load onFloor, Contender product, Contender floor) =>
        (Rounds, _onProduct, _onFloor, _product, _floor) = (rounds, onProduct, onFloor, product, floor);

    public Rounds Rounds { get; }

    public static async Task<Match> OpenAsync(
        Rounds rounds, Workload workload, IReadOnlyList<byte[][]> requests, int connections, Side product, Side floor,
        CancellationToken cancellationToken)
    {
        var onProduct = await Load.OpenAsync(product.Port, requests, workload.ExpectedStatus, connections, cancellationToken);
        var onFloor = await Load.OpenAsync(floor.Port, requests, workload.ExpectedStatus, connections, cancellationToken);
        return new Match(
            rounds, onProduct, onFloor, new Contender(product, onProduct, workload.Records), new Contender(floor, onFloor, workload.Records));
    }

    /// <summary>Also brings the ledger into the caches.</summary>
    public async Task WarmUpAsync(TimeSpan least, int requests, TimeSpan most, CancellationToken cancellationToken)
    {
        await _product.WarmUpAsync(least, requests, most, cancellationToken);
        await _floor.WarmUpAsync(least, requests, most, cancellationToken);
    }

    public Task PlayAsync(TimeSpan length, CancellationToken cancellationToken) => Rounds.RunAsync(_product, _floor, length, cancellationToken);

    public void Dispose()
    {
        _onProduct.Dispose();
        _onFloor.Dispose();
    }
}
