using MyBudget.Benchmarks.Load;

namespace MyBudget.Benchmarks.Report;

/// <summary>All that a run measured.</summary>
/// <param name="Rounds">Per workload and size.</param>
/// <param name="Memory">The product's resident bytes after the load, and their peak.</param>
/// <param name="FloorMemory">The floor's, for comparison.</param>
/// <param name="Starts">Seconds from start to ready, product and empty application by turns.</param>
/// <param name="Setting">Where and how it was measured.</param>
internal sealed record Measurements(
    IReadOnlyList<Rounds> Rounds, (long Now, long Peak) Memory, (long Now, long Peak) FloorMemory,
    IReadOnlyList<(double Product, double Empty)> Starts, string Setting)
{
    public Rounds? Find(string workload, int size) => Rounds.SingleOrDefault(rounds => rounds.Workload == workload && rounds.Size == size);
}
