namespace MyBudget.Benchmarks.Servers;

/// <summary>What one side has used.</summary>
/// <param name="Server">Processor time of the server's process.</param>
/// <param name="Postgres">Processor time of all processes of its PostgreSQL, those that no request waits for too.</param>
/// <param name="WalBytes">What its PostgreSQL wrote to its log.</param>
internal readonly record struct Usage(TimeSpan Server, TimeSpan Postgres, long WalBytes)
{
    public static Usage operator +(Usage one, Usage other) =>
        new(one.Server + other.Server, one.Postgres + other.Postgres, one.WalBytes + other.WalBytes);

    public static Usage operator -(Usage later, Usage earlier) =>
        new(later.Server - earlier.Server, later.Postgres - earlier.Postgres, later.WalBytes - earlier.WalBytes);
}
