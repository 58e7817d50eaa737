using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Workloads;

/// <summary>Something a client does again and again, alike on both servers.</summary>
/// <remarks>
/// Writers of one ledger wait for each other, and for each other's commit to reach the disk; those of several ledgers do not. So
/// recording is measured both ways.
/// </remarks>
/// <param name="Key">What the command line calls it.</param>
/// <param name="Name">What the table calls it.</param>
/// <param name="Share">The share of the floor's throughput to reach.</param>
/// <param name="IsRead">Reads are also held to not slow down as the ledger grows.</param>
/// <param name="OwnMembers">Members of the answer that differ from request to request.</param>
/// <param name="RequestsFor">The requests to choose from.</param>
internal sealed record Workload(
    string Key, string Name, double Share, bool IsRead, string[] OwnMembers, Func<SampleLedger, IEnumerable<BenchRequest>> RequestsFor)
{
    public const string ApartKey = "apart";
    public const string ImportKey = "import";
    public const double ImportShare = 0.25;

    public static readonly Workload[] All =
    [
        new("get", "get one transaction", 0.5, true, [],
            ledger => ledger.Transactions.Select(id => new BenchRequest($"{ledger.Path}/transactions/{id}"))),
        new("page", "page of 50 of one account", 0.5, true, [], ledger => ledger.Pages.Select(page => new BenchRequest(page))),
        new("accounts", "accounts with balances", 0.5, true, [], ledger => [new BenchRequest($"{ledger.Path}/accounts")]),
        new("budgets", "state of all 20 budgets", 0.5, true, [],
            ledger => [new BenchRequest($"{ledger.Path}/budgets/status?on={ledger.Today:yyyy-MM-dd}")]),
        new("record", "record one transaction, all into one ledger", 0.4, false, ["id", "createdAt", "updatedAt"], Entries),
        new(ApartKey, "record one transaction, each into its own ledger", 0.4, false, ["id", "createdAt", "updatedAt"], Entries),
    ];

    public int ExpectedStatus => IsRead ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    private static IEnumerable<BenchRequest> Entries(SampleLedger ledger) =>
        new SampleEntries(ledger.Accounts, ledger.Categories, ledger.Today, seed: 2).Take(500)
            .Select(entry => new BenchRequest($"{ledger.Path}/transactions", entry));
}
