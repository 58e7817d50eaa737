namespace MyBudget.Benchmarks.Servers;

/// <summary>Product or floor: a server, and the PostgreSQL that it has to itself.</summary>
internal sealed class Side(ServerProcess server, BenchDatabase database, bool reacts)
{
    private long _emptyBytes;

    public int Port => server.Port;

    public BenchDatabase Database => database;

    /// <summary>How many transactions it was given.</summary>
    public long Recorded { get; set; }

    public (long Now, long Peak) Memory => server.Memory();

    public async Task<Usage> ReadAsync(CancellationToken cancellationToken) =>
        new(ProcessorTime.Of(server.ProcessId), database.CpuTime, await database.WalBytesAsync(cancellationToken));

    /// <summary>Waits until it has done what follows from its answers. The floor has nothing to do then.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => reacts ? database.WaitForReactionsAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Leaves the tables as an autovacuum would after some minutes.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await SettleAsync(cancellationToken);
        await database.TidyAsync(cancellationToken);
    }

    /// <summary>What the tables take before the first transaction.</summary>
    public async Task WeighEmptyAsync(CancellationToken cancellationToken) => _emptyBytes = await database.TableBytesAsync(cancellationToken);

    public async Task<double> BytesPerTransactionAsync(CancellationToken cancellationToken) =>
        (double)(await database.TableBytesAsync(cancellationToken) - _emptyBytes) / Recorded;
}
