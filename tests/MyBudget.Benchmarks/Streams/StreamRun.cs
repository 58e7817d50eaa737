using System.Diagnostics;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.Streams;

/// <summary>
/// A thousand open streams on one replica, of a hundred households, while another replica takes their writes: what a stream takes of memory,
/// and how long after the answer to a recording its household's streams tell of it.
/// </summary>
internal static class StreamRun
{
    public const string Key = "streams";
    public const int Streams = Households * Each;

    /// <summary>From the commit to a client of another replica.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);

    private const int Households = 100;
    private const int Each = 10;
    private const int Writes = 200;

    public static async Task<StreamMeasurements> RunAsync(ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var writer = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        await using var holder = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        await using var floor = await ServerProcess.StartAsync(Programs.Benchmarks, Programs.Floor, environment, cancellationToken);
        Progress.Say($"{Streams} open event streams");
        var households = new List<(string Token, SampleLedger Ledger)>();
        using var visitor = new Api(writer.Port);
        for (var n = 0; n < Households; n++) households.Add(await CreateAsync(writer, visitor, cancellationToken));

        await using var clients = new StreamClients(holder.Port);
        var bytes = await OpenAsync(holder, clients, households, cancellationToken);
        var waits = await WaitsAsync(writer, clients, households, cancellationToken);
        await using var ofFloor = new StreamClients(floor.Port);
        return new StreamMeasurements(bytes, await OpenAsync(floor, ofFloor, households, cancellationToken), waits);
    }

    private static async Task<(string Token, SampleLedger Ledger)> CreateAsync(ServerProcess writer, Api visitor, CancellationToken cancellationToken)
    {
        var token = await Household.RegisterAsync(visitor, cancellationToken);
        using var api = new Api(writer.Port, token);
        return (token, await SampleLedger.CreateAsync(api, 0, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), cancellationToken));
    }

    /// <summary>Answers what one more takes of resident memory; the first tenth of them warms up.</summary>
    private static async Task<double> OpenAsync(
        ServerProcess server, StreamClients clients, List<(string Token, SampleLedger Ledger)> households, CancellationToken cancellationToken)
    {
        var first = Households / 10;
        foreach (var (token, _) in households.Take(first)) await clients.OpenAsync(token, Each, cancellationToken);
        var before = server.Memory().Now;
        foreach (var (token, _) in households.Skip(first)) await clients.OpenAsync(token, Each, cancellationToken);
        return (double)(server.Memory().Now - before) / ((Households - first) * Each);
    }

    private static async Task<Percentiles> WaitsAsync(
        ServerProcess writer, StreamClients clients, List<(string Token, SampleLedger Ledger)> households, CancellationToken cancellationToken)
    {
        var (waits, random) = (new List<long>(), new Random(Writes));
        for (var n = 0; n < Writes; n++)
        {
            var (token, ledger) = households[n % Households];
            using var api = new Api(writer.Port, token);
            // Otherwise each would begin when the last was told, which is always the same moment of the replica's watch.
            await Task.Delay(random.Next(200), cancellationToken);
            var expected = clients.Expect(token, Each);
            await api.PostAsync(
                $"{ledger.Path}/transactions", new { accountId = ledger.Accounts[0], date = ledger.Today, amount = -100 }, cancellationToken);
            var committed = Stopwatch.GetTimestamp();
            waits.AddRange((await expected.AllAsync(cancellationToken)).Select(arrived => Math.Max(0, arrived - committed)));
        }

        return Percentiles.Of(waits);
    }
}

/// <param name="Bytes">Of resident memory for each stream.</param>
/// <param name="FloorBytes">The same in a bare server.</param>
/// <param name="Wait">From the answer to a recording, when it is committed, until a client of another replica has been told.</param>
internal sealed record StreamMeasurements(double Bytes, double FloorBytes, Percentiles Wait);
