using System.Diagnostics;
using System.Globalization;
using MyBudget.Benchmarks.Load;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using Npgsql;

namespace MyBudget.Benchmarks.Pushes;

/// <summary>Measures how fast a full queue empties, by turns with a bare client, and how soon one notice arrives.</summary>
internal static class PushRun
{
    public const string Key = "push";
    public const double Share = 0.5;

    /// <summary>What a notice may take, from the commit on.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>As the product's setting has it.</summary>
    private const int Concurrency = 20;
    private const int Notices = 100;

    public static async Task<PushMeasurements> RunAsync(BenchOptions options, ServerEnvironment environment, CancellationToken cancellationToken)
    {
        await using var fcm = await FcmReceiver.StartAsync(cancellationToken);
        await using var database = NpgsqlDataSource.Create(environment.ConnectionString);
        await using var product = await ServerProcess.StartAsync(Programs.Product, null, environment.With(fcm.Settings), cancellationToken);
        var household = await PushHousehold.CreateAsync(product.Port, cancellationToken);
        Progress.Say("pushes dispatched");
        var rounds = await DispatchAsync(options, fcm, database, household, product, environment, cancellationToken);
        Progress.Say("from the commit to the push");
        return new PushMeasurements(rounds, await WaitsAsync(fcm, household, cancellationToken));
    }

    private static async Task<Rounds> DispatchAsync(
        BenchOptions options, FcmReceiver fcm, NpgsqlDataSource database, PushHousehold household, ServerProcess product, ServerEnvironment environment,
        CancellationToken cancellationToken)
    {
        await using var floor = await ServerProcess.StartAsync(Programs.Benchmarks, Programs.Pushes, environment, cancellationToken);
        using var asked = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{floor.Port}"), Timeout = TimeSpan.FromMinutes(5) };
        var messages = (int)(10_000 * options.Seconds);
        var rounds = new Rounds("pushes dispatched", messages);
        byte[] sample = [];
        // The first round warms both up.
        for (var round = 0; round <= options.Rounds; round++)
        {
            var ofProduct = await MeasureAsync(fcm, product, messages, () => household.QueueAsync(database, messages, cancellationToken), cancellationToken);
            sample = ofProduct.Sample;
            var ofFloor = await MeasureAsync(fcm, floor, messages, SendAsync, cancellationToken);
            if (round == 0) continue;
            rounds.Add(ofProduct.Result, ofFloor.Result);
        }

        return rounds;

        async Task SendAsync()
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"?to={Uri.EscapeDataString(fcm.SendAddress)}&count={messages}&concurrency={Concurrency}");
            using var answer = await asked.PostAsync($"{PushFloor.SendPath}{query}", new ByteArrayContent(sample), cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<(LoadResult Result, byte[] Sample)> MeasureAsync(
        FcmReceiver fcm, ServerProcess server, int messages, Func<Task> begin, CancellationToken cancellationToken)
    {
        var (cpu, burst) = (server.CpuTime, fcm.Expect(messages));
        await begin();
        var perSecond = await burst.PerSecondAsync(cancellationToken);
        return (new LoadResult(perSecond, 0, 0, (server.CpuTime - cpu).TotalMilliseconds / messages, 0, 0), burst.Sample);
    }

    private static async Task<LoadResult> WaitsAsync(FcmReceiver fcm, PushHousehold household, CancellationToken cancellationToken)
    {
        await household.KeepOneDeviceAsync(cancellationToken);
        var begin = Stopwatch.GetTimestamp();
        var waits = new List<long>();
        for (var n = 0; n <= Notices; n++)
        {
            var burst = fcm.Expect(1);
            var committed = await household.CrossThresholdAsync(cancellationToken);
            var arrived = await burst.LastAsync(cancellationToken);
            if (n > 0) waits.Add(Math.Max(0, arrived - committed));
        }

        return LoadResult.Of([.. waits], Stopwatch.GetElapsedTime(begin), default);
    }
}

/// <param name="Dispatched">Messages per second, product and bare client by turns.</param>
/// <param name="Wait">From the answer to a recording, when it is committed, to FCM's receipt of what follows from it.</param>
internal sealed record PushMeasurements(Rounds Dispatched, LoadResult Wait);
