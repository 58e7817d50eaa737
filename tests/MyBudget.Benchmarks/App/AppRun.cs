using System.Diagnostics;
using System.Text.Json;
using MyBudget.Benchmarks.Data;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;

namespace MyBudget.Benchmarks.App;

/// <summary>The app in Chromium, served by the product with ledgers of several sizes. What is measured and how is in <c>run.mjs</c>.</summary>
internal sealed class AppRun(BenchOptions options)
{
    private const string Password = "benchmark of a household";
    private const int Batch = 500;

    /// <summary>Where a household is after some years, and where the app still has to answer.</summary>
    private static readonly int[] Sizes = [10_000, 100_000];

    public async Task<AppMeasurements> RunAsync(string directory, CancellationToken cancellationToken)
    {
        await using var database = await BenchDatabase.StartAsync(Path.Combine(directory, "product"), cancellationToken);
        var environment = new ServerEnvironment(database.ConnectionString, directory).With(
            new Dictionary<string, string> { ["App__Root"] = Path.Combine(Programs.Root, "app", "dist-web") });
        await ServerProcess.RunAsync(Programs.Product, "db-apply", environment, cancellationToken);
        await using var product = await ServerProcess.StartAsync(Programs.Product, null, environment, cancellationToken);
        var ledgers = new List<object>();
        foreach (var size in Sizes) ledgers.Add(await FillAsync(product.Port, size, cancellationToken));
        // Sign-ins are in a cookie that browsers keep for a host they count as secure.
        var asked = JsonSerializer.Serialize(new { server = $"http://localhost:{product.Port}", rounds = options.Rounds, ledgers }, JsonSerializerOptions.Web);
        var measured = JsonSerializer.Deserialize<AppMeasurements>(await MeasureAsync(asked, cancellationToken), JsonSerializerOptions.Web)!;
        return measured with { Setting = await Setting.DescribeAsync(options, database.ConnectionString, cancellationToken) };
    }

    private static async Task<object> FillAsync(int port, int size, CancellationToken cancellationToken)
    {
        Progress.Say($"filling a ledger with {Report.Report.Number(size)} transactions");
        using var visitor = new Api(port);
        var user = new { email = $"bench-{size}@example.org", password = Password, displayName = "Bench" };
        var token = (await visitor.PostAsync("/api/v1/auth/register", user, cancellationToken)).GetProperty("accessToken").GetString()!;
        using var api = new Api(port, token);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var ledger = await SampleLedger.CreateAsync(api, size, today, cancellationToken);
        foreach (var budget in ledger.Budgets()) await api.PostAsync($"{ledger.Path}/budgets", budget, cancellationToken);
        foreach (var batch in new SampleEntries(ledger.Accounts, ledger.Categories, today, seed: 1).Take(size).Chunk(Batch))
            await api.PostAsync($"{ledger.Path}/transactions/batch", new { transactions = batch }, cancellationToken);
        return new { size, user.email, user.password };
    }

    private static async Task<string> MeasureAsync(string asked, CancellationToken cancellationToken)
    {
        var script = Path.Combine(Programs.Root, "tests", "MyBudget.Benchmarks", "App", "run.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script, asked]) { UseShellExecute = false, RedirectStandardOutput = true })
                            ?? throw new InvalidOperationException("Node.js could not be started.");
        var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException("The app could not be measured, see above.");
        return answer;
    }
}
