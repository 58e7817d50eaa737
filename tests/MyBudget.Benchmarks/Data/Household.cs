using Microsoft.IdentityModel.JsonWebTokens;
using MyBudget.Benchmarks.Report;
using MyBudget.Benchmarks.Servers;
using Npgsql;

namespace MyBudget.Benchmarks.Data;

/// <summary>The user of the benchmark and the ledgers, on both sides.</summary>
/// <param name="Token">The user's access token.</param>
/// <param name="Ledgers">One per size.</param>
/// <param name="Apart">One per connection, of a thousand transactions each.</param>
internal sealed record Household(string Token, IReadOnlyList<SampleLedger> Ledgers, IReadOnlyList<SampleLedger> Apart)
{
    public const int ApartSize = 1_000;

    private const int Batch = 500;

    public static async Task<Household> FillAsync(
        Side product, Side floor, IReadOnlyList<int> sizes, int apart, CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(floor.Database.ConnectionString);
        var copy = new FloorCopy(database);

        using var visitor = new Api(product.Port);
        var token = await RegisterAsync(visitor, cancellationToken);
        var claims = new JsonWebToken(token);
        var userId = Guid.Parse(claims.Subject);
        await copy.AddSignInAsync(Guid.Parse(claims.GetClaim("sid").Value), userId, cancellationToken);

        using var api = new Api(product.Port, token);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var ledgers = new List<SampleLedger>();
        foreach (var size in sizes.Concat(Enumerable.Repeat(ApartSize, apart)))
        {
            Progress.Say($"filling a ledger with {size:n0} transactions");
            var ledger = await SampleLedger.CreateAsync(api, size, today, cancellationToken);
            await copy.AddMemberAsync(ledger.Id, userId, cancellationToken);
            await FillAsync(api, copy, ledger, cancellationToken);
            ledgers.Add(ledger);
            product.Recorded += size;
            floor.Recorded += size;
        }

        return new Household(token, ledgers[..sizes.Count], ledgers[sizes.Count..]);
    }

    /// <summary>A new user.</summary>
    /// <returns>Their access token.</returns>
    public static async Task<string> RegisterAsync(Api visitor, CancellationToken cancellationToken)
    {
        var user = new { email = $"bench-{Guid.CreateVersion7():N}@example.org", password = "benchmark of a household", displayName = "Bench" };
        return (await visitor.PostAsync("/api/v1/auth/register", user, cancellationToken)).GetProperty("accessToken").GetString()!;
    }

    private static async Task FillAsync(Api product, FloorCopy floor, SampleLedger ledger, CancellationToken cancellationToken)
    {
        var entries = new SampleEntries(ledger.Accounts, ledger.Categories, ledger.Today, seed: 1);
        var batches = BatchesOf([.. entries.Take(ledger.Size)]);
        var recent = batches.Count - batches.AsEnumerable().Reverse().TakeWhile(Fits(SampleChanges.Recent)).Count();
        await RecordAsync(batches[..recent]);
        foreach (var budget in ledger.Budgets())
            await floor.AddBudgetAsync(ledger.Id, await product.PostAsync($"{ledger.Path}/budgets", budget, cancellationToken), cancellationToken);
        await RecordAsync(batches[recent..]);
        await floor.AddUpBudgetsAsync(ledger.Id, cancellationToken);
        var accounts = await product.GetAsync($"{ledger.Path}/accounts", cancellationToken);
        await floor.AddAccountsAsync(ledger.Id, accounts.GetProperty("items"), cancellationToken);
        await ledger.FindPagesAsync(product, cancellationToken);
        await ledger.Changes.ReadAsync(product, items => floor.AddChangesAsync(ledger.Id, items, cancellationToken), cancellationToken);
        await floor.AddHeadAsync(ledger.Id, ledger.Changes.Head, cancellationToken);

        async Task RecordAsync(IEnumerable<object[]> batches)
        {
            foreach (var batch in batches)
            {
                var answer = await product.PostAsync($"{ledger.Path}/transactions/batch", new { transactions = batch }, cancellationToken);
                var items = answer.GetProperty("items");
                await floor.AddTransactionsAsync(ledger.Id, items, cancellationToken);
                ledger.Samples.Add(items);
            }
        }
    }

    /// <summary>The last 100 in two writes, of 99 and of 1, so that there is a cursor before each.</summary>
    private static List<object[]> BatchesOf(object[] entries) =>
        [.. entries[..^100].Chunk(Batch), entries[^100..^1], entries[^1..]];

    private static Func<object[], bool> Fits(int most)
    {
        var taken = 0;
        return batch => (taken += batch.Length) <= most;
    }
}
