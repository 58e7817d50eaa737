namespace MyBudget.Benchmarks.Load;

/// <summary>
/// The rounds of one workload at one size, product and floor by turns. What is reported is the median, and ratios are taken within
/// a round, so that whatever else the machine does meanwhile falls on both.
/// </summary>
internal sealed record Rounds(string Workload, int Size)
{
    public List<LoadResult> Product { get; } = [];

    public List<LoadResult> Floor { get; } = [];

    public double RatioToFloor => Median(Product.Zip(Floor, (product, floor) => product.PerSecond / floor.PerSecond));

    public LoadResult OfProduct => Of(Product);

    public LoadResult OfFloor => Of(Floor);

    /// <summary>The product's p50 here as a multiple of that in a smaller ledger.</summary>
    public double GrowthFrom(Rounds smaller) => Median(Product.Zip(smaller.Product, (large, small) => large.P50 / small.P50));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static LoadResult Of(List<LoadResult> rounds) =>
        new(
            Median(rounds.Select(round => round.PerSecond)), Median(rounds.Select(round => round.P50)), Median(rounds.Select(round => round.P99)),
            Median(rounds.Select(round => round.CpuMilliseconds)));
}
