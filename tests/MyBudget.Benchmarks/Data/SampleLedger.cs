using System.Text.Json;

namespace MyBudget.Benchmarks.Data;

/// <summary>A filled ledger, and what its workloads ask for.</summary>
internal sealed record SampleLedger(Guid Id, int Size, Guid[] Accounts, Guid[] Categories, DateOnly Today)
{
    public string Path => $"/api/v1/ledgers/{Id}";

    public Samples Samples { get; } = new(Size);

    /// <summary>Pages of 50 of one account, from the first on; the cursors mean the same to both servers.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>Pages of 200 of one account.</summary>
    public List<string> LargePages { get; } = [];

    /// <summary>Pages of 50 of the whole ledger.</summary>
    public List<string> LedgerPages { get; } = [];

    public SampleChanges Changes { get; } = new($"/api/v1/ledgers/{Id}");

    /// <summary>Where bank files go, so that they do not lengthen the accounts that are read.</summary>
    public Guid ImportAccount { get; init; }

    public static async Task<SampleLedger> CreateAsync(Api product, int size, DateOnly today, CancellationToken cancellationToken)
    {
        var ledger = await product.PostAsync("/api/v1/ledgers", new { name = $"Ledger of {size}", currency = "EUR" }, cancellationToken);
        var path = $"/api/v1/ledgers/{IdOf(ledger)}";
        var accounts = new List<Guid>();
        for (var i = 1; i <= 9; i++)
        {
            var account = new { name = $"Account {i}", type = "checking", currency = "EUR", openingBalance = 100_000, openedOn = "2020-01-01" };
            accounts.Add(IdOf(await product.PostAsync($"{path}/accounts", account, cancellationToken)));
        }

        var categories = new List<Guid>();
        for (var i = 1; i <= 20; i++)
        {
            var category = new { name = $"Category {i}", group = "Benchmark", kind = "expense" };
            categories.Add(IdOf(await product.PostAsync($"{path}/categories", category, cancellationToken)));
        }

        return new SampleLedger(IdOf(ledger), size, [.. accounts[..8]], [.. categories], today) { ImportAccount = accounts[8] };
    }

    /// <summary>Twenty monthly budgets over the last year, one per category; every other one carries its surplus over.</summary>
    public IEnumerable<object> Budgets() => Categories.Select((category, index) => new
    {
        name = $"Budget {index + 1:00}",
        amount = 50_000L + 100 * index * Size / 1000,
        currency = "EUR",
        period = "month",
        startsOn = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-12),
        categoryIds = new[] { category },
        accountIds = Array.Empty<Guid>(),
        rollover = index % 2 == 0 ? "none" : "surplus",
        thresholds = new[] { 80, 100 },
    });

    /// <summary>Follows every list's cursor for a while.</summary>
    public async Task FindPagesAsync(Api product, CancellationToken cancellationToken)
    {
        await FollowAsync(product, LedgerPages, "limit=50", most: 20, cancellationToken);
        foreach (var account in Accounts)
        {
            await FollowAsync(product, Pages, $"accountId={account}", most: 8, cancellationToken);
            await FollowAsync(product, LargePages, $"accountId={account}&limit=200", most: 2, cancellationToken);
        }
    }

    private async Task FollowAsync(Api product, List<string> pages, string query, int most, CancellationToken cancellationToken)
    {
        string? cursor = null;
        for (var page = 0; page < most; page++)
        {
            var path = $"{Path}/transactions?{query}" + (cursor is null ? null : $"&cursor={cursor}");
            cursor = (await product.GetAsync(path, cancellationToken)).GetProperty("nextCursor").GetString();
            // The last page is shorter than the others; a list that has no other is asked for whole.
            if (page == 0 || cursor is not null) pages.Add(path);
            if (cursor is null) break;
        }
    }

    private static Guid IdOf(JsonElement created) => created.GetProperty("id").GetGuid();
}
