using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MyBudget.Benchmarks.Data;

namespace MyBudget.Benchmarks.Peers;

/// <summary>What a person with a budget does, in the product; a peer's script has operations of the same names.</summary>
internal sealed class PeerOperations(Api api, SampleLedger ledger)
{
    /// <summary>Done by one device after the other: neither is asked for several times at once.</summary>
    public const string Download = "download";

    public const string Push = "push";

    private const string Nothing = "nothing";
    private const int Pushed = 100;

    /// <summary>The cursor of who has everything.</summary>
    private string _head = "";

    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        ("month", "list a month of one account"),
        ("create", "create one transaction, kept on the server"),
        ("budget", "month of all 20 budgets"),
        (Push, "push of 100 transactions made offline"),
        (Nothing, "ask whether there is anything new"),
        (Download, "first download of everything"),
    ];

    public static DateOnly FirstOf(DateOnly month) => new(month.Year, month.Month, 1);

    public static DateOnly LastOf(DateOnly month) => FirstOf(month).AddMonths(1).AddDays(-1);

    /// <summary>Calls for a while and answers how many milliseconds each took.</summary>
    public async Task<double[]> RunAsync(string operation, int connections, double seconds, CancellationToken cancellationToken)
    {
        var call = CallOf(operation);
        if (operation == Nothing) _head = (await api.GetAsync($"{ledger.Path}/digest", cancellationToken)).GetProperty("cursor").GetString()!;
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
            Push => token => api.PostAsync($"{ledger.Path}/sync", Edits(to), token),
            Nothing => PollAsync,
            _ => DownloadAsync,
        };
    }

    private async Task DownloadAsync(CancellationToken cancellationToken)
    {
        var (next, isLast) = ("", false);
        for (var since = ""; !isLast; since = $"&since={next}")
        {
            var page = await api.GetAsync($"{ledger.Path}/changes?limit={SampleChanges.PageSize}{since}", cancellationToken);
            (next, isLast) = (page.GetProperty("cursor").GetString()!, !page.GetProperty("hasMore").GetBoolean());
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var answer = await api.GetUnlessAsync($"{ledger.Path}/changes?since={_head}", $"\"{_head}\"", cancellationToken);
        if (answer.ValueKind is not JsonValueKind.String) throw new InvalidOperationException("Something was new.");
    }

    private object Edits(string on) => new
    {
        operations = Enumerable.Range(0, Pushed).Select(_ => new
        {
            id = Guid.CreateVersion7(),
            type = "transaction.record",
            entityId = Guid.CreateVersion7(),
            data = new { accountId = ledger.Accounts[0], date = on, amount = -1234, payee = "Shop 1", categoryId = ledger.Categories[0] },
        }).ToArray(),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
