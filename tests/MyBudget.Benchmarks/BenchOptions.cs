using System.Globalization;
using MyBudget.Benchmarks.Engine;
using MyBudget.Benchmarks.Pushes;
using MyBudget.Benchmarks.Streams;
using MyBudget.Benchmarks.Workloads;

namespace MyBudget.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record BenchOptions
{
    public static readonly string Usage =
        $"""
        Usage: ./mybudget bench [OPTIONS]

          --quick                 10,000 transactions and 3 rounds of 1 s: a first look; with --only at one thing
          --sizes N,N,...         transactions in the ledgers (default 1000,10000,100000)
          --million               add a ledger of 1,000,000
          --seconds S             how long a round loads the product, in turns of 200 ms (default 2)
          --rounds N              rounds per workload and size (default 5)
          --connections N         connections of the load (default 8)
          --only NAME             one measurement; repeat for more. NAME is one of
                                  {string.Join(", ", AllWorkloads.InOrder.Select(workload => workload.Key))},
                                  {string.Join(", ", Others)};
                                  {Sync} is {string.Join(", ", OfSync)}
          --app                   measure the app in Chromium, and nothing else (fetches Lighthouse, 190 MB, from npm)
          --peers                 measure beside Actual Budget, and nothing else (fetches 300 MB from npm)
          --write FILE            put the tables into FILE, between its marks
        """;

    private const string Sync = "sync";

    private static string[] OfSync => ["poll", "delta1", "delta100", "delta10000", DownloadRun.Key, EditsRun.Key, StreamRun.Key, EngineRun.Key];

    private static string[] Others =>
        [DownloadRun.Key, EditsRun.Key, StreamRun.Key, EngineRun.Key, ImportRun.Key, WaitRun.Key, PushRun.Key, StartRun.Key, ImportMemoryRun.Key];

    private static IEnumerable<string> OnLedgers =>
        AllWorkloads.InOrder.Select(workload => workload.Key).Concat([DownloadRun.Key, EditsRun.Key, EngineRun.Key, ImportRun.Key, WaitRun.Key]);

    public IReadOnlyList<int> Sizes { get; private init; } = [1_000, 10_000, 100_000];

    public double Seconds { get; private init; } = 2;

    public int Rounds { get; private init; } = 5;

    public int Connections { get; private init; } = 8;

    public IReadOnlyList<string> Only { get; private init; } = [];

    /// <summary>Whether to measure beside others instead of on the floor.</summary>
    public bool Peers { get; private init; }

    /// <summary>Whether to measure the app in a browser instead of the server.</summary>
    public bool App { get; private init; }

    /// <summary>Between which marks of a file its tables belong.</summary>
    public string Section => App ? "app" : Peers ? "peers" : Only.Count > 0 && Only.All(OfSync.Contains) ? Sync : "bench";

    public string? WriteTo { get; private init; }

    /// <summary>Whether there is anything to do on ledgers, which takes filling them.</summary>
    public bool IncludesLedgers => OnLedgers.Any(Includes);

    public bool Includes(string measurement) => Only.Count == 0 || Only.Contains(measurement);

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { Sizes = [10_000], Seconds = 1, Rounds = 3 },
                "--sizes" => options with { Sizes = [.. Value().Split(',').Select(Number).Order()] },
                "--million" => options with { Sizes = [.. options.Sizes, 1_000_000] },
                "--seconds" => options with { Seconds = double.Parse(Value(), CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = Number(Value()) },
                "--connections" => options with { Connections = Number(Value()) },
                "--only" => options with { Only = [.. options.Only, .. Known(Value())] },
                "--app" => options with { App = true },
                "--peers" => options with { Peers = true },
                "--write" => options with { WriteTo = Value() },
                var unknown => throw new FormatException($"there is no option {unknown}"),
            };

            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value");
        }

        return options;
    }

    private static string[] Known(string measurement) =>
        measurement == Sync ? OfSync
        : OnLedgers.Concat(Others).Contains(measurement) ? [measurement]
        : throw new FormatException($"there is no measurement {measurement}");

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
