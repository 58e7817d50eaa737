using System.Globalization;

namespace MyBudget.Benchmarks.Load;

/// <summary>
/// The rounds of one workload at one size. What is reported is the median, and ratios are taken within a round, so that whatever
/// else the machine does meanwhile falls on both.
/// </summary>
internal sealed record Rounds(string Workload, int Size)
{
    /// <summary>Short, so that what disturbs one side disturbs the other too.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(200);

    private readonly List<(LoadResult Product, LoadResult Floor)> _rounds = [];

    /// <summary>The floor's processor time for a request as a share of the product's: the figure that counts.</summary>
    public double ShareByCpu => Median(_rounds.Select(round => round.Floor.CpuMilliseconds / round.Product.CpuMilliseconds));

    /// <summary>The product's throughput as a share of the floor's.</summary>
    public double ShareByRate => Median(_rounds.Select(round => round.Product.PerSecond / round.Floor.PerSecond));

    public LoadResult OfProduct => Of(_rounds.Select(round => round.Product));

    public LoadResult OfFloor => Of(_rounds.Select(round => round.Floor));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"  at {Size:n0}: {100 * ShareByCpu:0} % of floor, by CPU; {OfProduct.CpuMilliseconds:0.000} and {OfFloor.CpuMilliseconds:0.000} ms");

    public void Add(LoadResult product, LoadResult floor) => _rounds.Add((product, floor));

    /// <summary>Runs one round: turns of product and floor until the product has been loaded for so long.</summary>
    public async Task RunAsync(Contender product, Contender floor, TimeSpan length, CancellationToken cancellationToken)
    {
        product.Begin();
        floor.Begin();
        do
        {
            await product.TakeTurnAsync(Turn, cancellationToken);
            await floor.TakeTurnAsync(Turn, cancellationToken);
        }
        while (product.Elapsed < length);

        Add(product.End(), floor.End());
    }

    /// <summary>The product's p50 here as a multiple of that in a smaller ledger.</summary>
    public double GrowthFrom(Rounds smaller) => Median(_rounds.Zip(smaller._rounds, (large, small) => large.Product.P50 / small.Product.P50));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static LoadResult Of(IEnumerable<LoadResult> rounds)
    {
        var results = rounds.ToList();
        return new LoadResult(
            Of(result => result.PerSecond), Of(result => result.P50), Of(result => result.P99), Of(result => result.ServerMilliseconds),
            Of(result => result.PostgresMilliseconds), Of(result => result.WalBytes));

        double Of(Func<LoadResult, double> figure) => Median(results.Select(figure));
    }
}
