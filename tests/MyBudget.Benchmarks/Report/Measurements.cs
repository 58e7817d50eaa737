using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;

namespace MyBudget.Benchmarks.Report;

/// <summary>All that a run measured.</summary>
/// <param name="Rounds">Per workload and size.</param>
/// <param name="Resources">What the servers need; null where no ledgers were loaded.</param>
/// <param name="Pushes">Null where they were not asked for.</param>
/// <param name="Setting">Where and how it was measured.</param>
internal sealed record Measurements(IReadOnlyList<Rounds> Rounds, Resources? Resources, PushMeasurements? Pushes, string Setting)
{
    public Rounds? Find(string workload, int size) => Rounds.SingleOrDefault(rounds => rounds.Workload == workload && rounds.Size == size);
}

/// <param name="Memory">The product's resident bytes after the load, and their peak.</param>
/// <param name="FloorMemory">The floor's, for comparison.</param>
/// <param name="Starts">Seconds from start to ready, product and empty application by turns.</param>
internal sealed record Resources((long Now, long Peak) Memory, (long Now, long Peak) FloorMemory, IReadOnlyList<(double Product, double Empty)> Starts);
