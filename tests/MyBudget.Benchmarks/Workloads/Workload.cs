using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>Something a client does again and again, alike on both servers.</summary>
/// <param name="Key">What the command line calls it.</param>
/// <param name="Name">What the table calls it.</param>
/// <param name="Share">The floor's processor time as a share of the product's that is to be reached; null where none is set.</param>
/// <param name="RequestsFor">The requests to choose from.</param>
internal sealed record Workload(string Key, string Name, double? Share, Func<SampleLedger, IEnumerable<BenchRequest>> RequestsFor)
{
    /// <summary>Whether it adds a transaction.</summary>
    public bool Records { get; init; }

    /// <summary>How many times as long it may take in a ledger a hundred times as large; null where it is not held to anything.</summary>
    public double? MayGrow { get; init; }

    /// <summary>Whether it looks for what few have, and is held to be soon there in the largest ledger.</summary>
    public bool IsSearch { get; init; }

    /// <summary>Whether each connection has a ledger of its own.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether the client has everything already.</summary>
    public bool HasNothingNew { get; init; }

    public int ExpectedStatus =>
        Records ? StatusCodes.Status201Created : HasNothingNew ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;

    /// <summary>Members of the answer that differ from request to request.</summary>
    public string[] OwnMembers => Records ? ["id", "createdAt", "updatedAt"] : [];
}
