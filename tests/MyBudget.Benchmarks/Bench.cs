using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using MyBudget.Benchmarks.Streams;
using Npgsql;

namespace MyBudget.Benchmarks;

/// <summary>A whole run: the ledgers, the pushes and the starts, as far as they were asked for.</summary>
internal sealed class Bench(BenchOptions options)
{
    public async Task<Measurements> RunAsync(string directory, CancellationToken cancellationToken)
    {
        await using var database = await BenchDatabase.StartAsync(Path.Combine(directory, "product"), cancellationToken);
        var environment = new ServerEnvironment(database.ConnectionString, directory);
        await ServerProcess.RunAsync(Programs.Product, "db-apply", environment, cancellationToken);
        return new Measurements
        {
            Ledgers = options.IncludesLedgers ? await LoadAsync(directory, database, environment, cancellationToken) : null,
            Pushes = options.Includes(PushRun.Key) ? await PushRun.RunAsync(options, environment, cancellationToken) : null,
            Streams = options.Includes(StreamRun.Key) ? await StreamRun.RunAsync(environment, cancellationToken) : null,
            Starts = options.Includes(StartRun.Key) ? await StartRun.MeasureAsync(environment, cancellationToken) : [],
            ImportMemory = options.Includes(ImportMemoryRun.Key) ? await ImportMemoryRun.MeasureAsync(environment, cancellationToken) : null,
            IsWhole = options.Only.Count == 0,
            Setting = await Setting.DescribeAsync(options, database.ConnectionString, cancellationToken),
        };
    }

    private async Task<LedgerMeasurements> LoadAsync(
        string directory, BenchDatabase database, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var floorDatabase = await BenchDatabase.StartAsync(Path.Combine(directory, "floor"), cancellationToken);
        await using (var source = NpgsqlDataSource.Create(floorDatabase.ConnectionString))
            await new FloorCopy(source).CreateSchemaAsync(cancellationToken);

        await using var product = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        await using var floor = await ServerProcess.StartAsync(
            Programs.Benchmarks, Programs.Floor, environment with { ConnectionString = floorDatabase.ConnectionString }, cancellationToken);
        return await new LedgerRun(options, new Side(product, database, reacts: true), new Side(floor, floorDatabase, reacts: false))
            .RunAsync(cancellationToken);
    }
}
