using System.Diagnostics;
using System.Globalization;
using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Peers;

/// <summary>What a person with a budget does, in the product; a peer's script has operations of the same names.</summary>
internal sealed class PeerOperations(Api api, SampleLedger ledger)
{
    /// <summary>One after the other, as a device does that has nothing yet: it is not asked for several at once.</summary>
    public const string Download = "download";

    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        ("month", "list a month of one account"),
        ("create", "create one transaction, kept on the server"),
        ("budget", "month of all 20 budgets"),
        ("nothing", "ask whether there is anything new"),
        (Download, "first download of everything"),
    ];

    public static DateOnly FirstOf(DateOnly month) => new(month.Year, month.Month, 1);

    public static DateOnly LastOf(DateOnly month) => FirstOf(month).AddMonths(1).AddDays(-1);

    /// <summary>Calls for a while and answers how many milliseconds each took.</summary>
    public async Task<double[]> RunAsync(string operation, int connections, double seconds, CancellationToken cancellationToken)
    {
        var call = CallOf(operation);
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var own = new List<double>();
            do
            {
                var begin = Stopwatch.GetTimestamp();
                await call(cancellationToken);
                own.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
            while (Stopwatch.GetTimestamp() < end);

            return own;
        }));
        return [.. latencies.SelectMany(latency => latency)];
    }

    private Func<CancellationToken, Task> CallOf(string operation)
    {
        var (from, to) = (Text(FirstOf(ledger.Today)), Text(LastOf(ledger.Today)));
        return operation switch
        {
            "month" => token => api.GetAsync($"{ledger.Path}/transactions?accountId={ledger.Accounts[0]}&from={from}&to={to}&limit=200", token),
            "create" => token => api.PostAsync(
                $"{ledger.Path}/transactions",
                new { accountId = ledger.Accounts[0], date = to, amount = -1234, payee = "Shop 1", categoryId = ledger.Categories[0] }, token),
            "budget" => token => api.GetAsync($"{ledger.Path}/budgets/status?on={Text(ledger.Today)}", token),
            "nothing" => token => api.GetAsync(ledger.Path, token),
            _ => DownloadAsync,
        };
    }

    private async Task DownloadAsync(CancellationToken cancellationToken)
    {
        foreach (var small in new[] { "", "/accounts", "/categories", "/budgets" }) await api.GetAsync(ledger.Path + small, cancellationToken);
        string? cursor = null;
        do
        {
            var page = await api.GetAsync(
                $"{ledger.Path}/transactions?limit=200" + (cursor is null ? null : $"&cursor={cursor}"), cancellationToken);
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
