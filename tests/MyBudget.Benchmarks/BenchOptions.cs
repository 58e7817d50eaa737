using System.Globalization;
using MyBudget.Benchmarks.Pushes;

namespace MyBudget.Benchmarks;

/// <summary>The command line.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        """
        Usage: ./mybudget bench [OPTIONS]

          --quick                 sizes 1,000 and 10,000 and short rounds: a first look, no measurement
          --sizes N,N,...         transactions in the ledgers (default 1000,10000,100000)
          --million               add a ledger of 1,000,000
          --seconds S             length of a round (default 2)
          --rounds N              rounds per workload, size and server (default 5)
          --connections N         connections of the load (default 8)
          --only NAME             one workload: get, page, accounts, budgets, record, apart, import or push; repeat for more
          --write FILE            put the tables into FILE, between its marks
        """;

    public IReadOnlyList<int> Sizes { get; private init; } = [1_000, 10_000, 100_000];

    public double Seconds { get; private init; } = 2;

    /// <summary>Long enough for the runtime to have compiled what is hot.</summary>
    public double WarmUpSeconds => 2 * Seconds;

    public int Rounds { get; private init; } = 5;

    public int Connections { get; private init; } = 8;

    public IReadOnlyList<string> Only { get; private init; } = [];

    public string? WriteTo { get; private init; }

    /// <summary>Whether there is anything to do on ledgers, which takes filling them.</summary>
    public bool IncludesLedgers => Only.Count == 0 || Only.Any(workload => workload != PushRun.Key);

    public bool Includes(string workload) => Only.Count == 0 || Only.Contains(workload);

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--quick" => options with { Sizes = [1_000, 10_000], Seconds = 0.5, Rounds = 3 },
                "--sizes" => options with { Sizes = [.. Value().Split(',').Select(Number).Order()] },
                "--million" => options with { Sizes = [.. options.Sizes, 1_000_000] },
                "--seconds" => options with { Seconds = double.Parse(Value(), CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = Number(Value()) },
                "--connections" => options with { Connections = Number(Value()) },
                "--only" => options with { Only = [.. options.Only, Value()] },
                "--write" => options with { WriteTo = Value() },
                var unknown => throw new FormatException($"there is no option {unknown}"),
            };

            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value");
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
