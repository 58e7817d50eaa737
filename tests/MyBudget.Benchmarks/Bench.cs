using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks;

/// <summary>A whole run: fills both servers, compares their answers, loads them by turns, and measures memory and starts.</summary>
internal sealed class Bench(BenchOptions options)
{
    private const int Starts = 5;
    private const int Imports = 3;

    private readonly List<Rounds> _rounds = [];

    public async Task<Measurements> RunAsync(string directory, CancellationToken cancellationToken)
    {
        await using var database = await BenchDatabase.StartAsync(directory, cancellationToken);
        var environment = new ServerEnvironment(database.ConnectionString, directory);
        await ServerProcess.RunAsync(Programs.Product, "db-apply", environment, cancellationToken);
        var resources = options.IncludesLedgers ? await LoadAsync(environment, cancellationToken) : null;
        var pushes = options.Includes(PushRun.Key) ? await PushRun.RunAsync(options, environment, cancellationToken) : null;
        return new Measurements(
            _rounds, resources, pushes, await Setting.DescribeAsync(options, database.ConnectionString, cancellationToken));
    }

    private async Task<Resources?> LoadAsync(ServerEnvironment environment, CancellationToken cancellationToken)
    {
        var (memory, floorMemory) = await LoadBothAsync(environment, cancellationToken);
        return new Resources(memory, floorMemory, await StartAsync(environment, cancellationToken));
    }

    private async Task<((long Now, long Peak) Product, (long Now, long Peak) Floor)> LoadBothAsync(
        ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var product = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        await using var floor = await ServerProcess.StartAsync(Programs.Benchmarks, Programs.Floor, environment, cancellationToken);
        var household = await Household.FillAsync(product.Port, environment.ConnectionString, options.Sizes,
            options.Includes(Workload.ApartKey) ? options.Connections : 0, cancellationToken);

        foreach (var workload in Workload.All.Where(workload => options.Includes(workload.Key)))
            await LoadAsync(workload, product, floor, household, cancellationToken);
        if (options.Includes(Workload.ImportKey)) await ImportAsync(product, floor, household, cancellationToken);
        return (product.Memory(), floor.Memory());
    }

    private async Task LoadAsync(
        Workload workload, ServerProcess product, ServerProcess floor, Household household, CancellationToken cancellationToken)
    {
        Progress.Say(workload.Name);
        var groups = workload.Key is Workload.ApartKey
            ? [(Household.ApartSize, household.Apart)]
            : household.Ledgers.Select(ledger => (ledger.Size, (IReadOnlyList<SampleLedger>)[ledger])).ToList();
        using (Api asProduct = new(product.Port, household.Token), asFloor = new(floor.Port, household.Token))
        {
            foreach (var ledger in groups.SelectMany(group => group.Item2))
                await SameAnswers.EnsureAsync(workload, ledger, asProduct, asFloor, cancellationToken);
        }

        var loads = groups.Select(group => (Rounds: new Rounds(workload.Name, group.Item1), Requests: RequestsOf(group.Item2))).ToList();
        await RunAsync(product, loads[0].Requests, options.WarmUpSeconds);
        await RunAsync(floor, loads[0].Requests, options.WarmUpSeconds);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var (rounds, requests) in loads)
            {
                rounds.Product.Add(await RunAsync(product, requests, options.Seconds));
                rounds.Floor.Add(await RunAsync(floor, requests, options.Seconds));
            }
        }

        _rounds.AddRange(loads.Select(load => load.Rounds));

        List<byte[][]> RequestsOf(IReadOnlyList<SampleLedger> ledgers) =>
            [.. ledgers.Select(ledger => workload.RequestsFor(ledger).Select(request => request.ToBytes(household.Token)).ToArray())];

        Task<LoadResult> RunAsync(ServerProcess server, List<byte[][]> requests, double seconds) => LoadRun.RunAsync(
            server, requests, workload.ExpectedStatus, options.Connections, TimeSpan.FromSeconds(seconds), cancellationToken);
    }

    private async Task ImportAsync(ServerProcess product, ServerProcess floor, Household household, CancellationToken cancellationToken)
    {
        Progress.Say($"import {ImportRun.Rows:n0} rows");
        using Api asProduct = new(product.Port, household.Token), asFloor = new(floor.Port, household.Token);
        foreach (var ledger in household.Ledgers)
        {
            var rounds = new Rounds($"import {ImportRun.Rows:n0} rows", ledger.Size);
            var entries = new SampleEntries(ledger.Accounts, ledger.Categories, ledger.Today, seed: 3);
            for (var round = 0; round < Imports; round++)
            {
                var file = entries.BankFile(ImportRun.Rows, $"R{round}");
                rounds.Product.Add(await ImportRun.RunAsync(asProduct, product, ledger, file, undo: true, cancellationToken));
                rounds.Floor.Add(await ImportRun.RunAsync(asFloor, floor, ledger, file, undo: false, cancellationToken));
            }

            _rounds.Add(rounds);
        }
    }

    private static async Task<IReadOnlyList<(double Product, double Empty)>> StartAsync(
        ServerEnvironment environment, CancellationToken cancellationToken)
    {
        Progress.Say("start to ready");
        var starts = new List<(double Product, double Empty)>();
        for (var i = 0; i < Starts; i++)
        {
            starts.Add((
                await SecondsAsync(Programs.Product, null, environment, cancellationToken),
                await SecondsAsync(Programs.Benchmarks, Programs.Empty, environment, cancellationToken)));
        }

        return starts;
    }

    private static async Task<double> SecondsAsync(string assembly, string? mode, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var server = await ServerProcess.StartAsync(assembly, mode, environment, cancellationToken);
        return server.StartToReady.TotalSeconds;
    }
}
