namespace MyBudget.Infrastructure.Http;

/// <summary>Marks a route that takes much memory.</summary>
/// <param name="AtOnce">How many requests of the kind this process works on at a time.</param>
/// <param name="PerUser">Those of one user.</param>
/// <param name="Together">Of how many of the largest bodies they may have the size together; null where that is no matter.</param>
/// <param name="Patience">How long a request waits for its turn.</param>
internal sealed record TakesMemory(
    Func<Limits, int> AtOnce, Func<Limits, int> PerUser, Func<Limits, int>? Together, Func<Limits, TimeSpan> Patience)
{
    /// <summary>A multiple of its file.</summary>
    public static readonly TakesMemory Import = new(limits => limits.ImportsAtOnce, limits => limits.ImportsPerUser, _ => 1, Shortly);

    /// <summary>Its file.</summary>
    public static readonly TakesMemory Receipt = new(limits => limits.ReceiptsAtOnce, limits => limits.ReceiptsPerUser, Together: null, Shortly);

    /// <summary>Whatever number of entries it is about.</summary>
    public static readonly TakesMemory ManyEntries = new(
        limits => limits.ManyEntriesAtOnce, limits => limits.ManyEntriesPerUser, Together: null, limits => limits.WaitForTurn);

    /// <summary>Little, but for as long as its reader takes, so that no other kind waits for it.</summary>
    public static readonly TakesMemory Export = new(
        limits => limits.ExportsAtOnce, limits => limits.ExportsPerUser, Together: null, limits => limits.WaitForTurn);

    /// <summary>A multiple of its body; small ones, which most are, as many as come.</summary>
    public static readonly TakesMemory Batch = new(
        _ => int.MaxValue, limits => limits.BatchesPerUser, limits => limits.LargestBatchesAtOnce, limits => limits.WaitForTurn);

    /// <summary>Who goes on with the next file at once meets the request before, which has been answered and is about to end.</summary>
    private static TimeSpan Shortly(Limits limits) => TimeSpan.FromMilliseconds(250);
}
