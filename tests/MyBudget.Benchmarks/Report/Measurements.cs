using MyBudget.Benchmarks.Engine;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Streams;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks.Report;

/// <summary>All that a run measured.</summary>
internal sealed record Measurements
{
    /// <summary>Null where no ledgers were loaded.</summary>
    public required LedgerMeasurements? Ledgers { get; init; }

    /// <summary>Null where they were not asked for.</summary>
    public required PushMeasurements? Pushes { get; init; }

    /// <summary>Null where they were not asked for.</summary>
    public required StreamMeasurements? Streams { get; init; }

    /// <summary>Seconds from start to ready, product and empty application by turns; none where they were not asked for.</summary>
    public required IReadOnlyList<(double Product, double Empty)> Starts { get; init; }

    /// <summary>Null where it was not asked for.</summary>
    public required ImportMemory? ImportMemory { get; init; }

    /// <summary>Whether everything was measured.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Where and how it was measured.</summary>
    public required string Setting { get; init; }
}

/// <param name="Rounds">Per workload and size.</param>
/// <param name="Waits">What writers wait while other things go on.</param>
/// <param name="Disk">What a transaction takes.</param>
/// <param name="Memory">The product's resident bytes after the load, and their peak.</param>
/// <param name="FloorMemory">The floor's, for comparison.</param>
internal sealed record LedgerMeasurements(
    IReadOnlyList<Rounds> Rounds, IReadOnlyList<Waits> Waits, Disk Disk, (long Now, long Peak) Memory, (long Now, long Peak) FloorMemory)
{
    /// <summary>Per ledger.</summary>
    public IReadOnlyList<Downloads> Downloads { get; init; } = [];

    /// <summary>A push, and single requests in the place of the floor; null where it was not asked for.</summary>
    public Rounds? Edits { get; init; }

    /// <summary>Per ledger that is large enough.</summary>
    public IReadOnlyList<EngineMeasurements> Engine { get; init; } = [];

    public Rounds? Find(string workload, int size) => Rounds.SingleOrDefault(rounds => rounds.Workload == workload && rounds.Size == size);
}

/// <param name="Product">Bytes of all tables and indexes per transaction, above those of an empty database.</param>
/// <param name="Floor">The floor's.</param>
/// <param name="Transactions">How many there were.</param>
internal sealed record Disk(double Product, double Floor, long Transactions);
