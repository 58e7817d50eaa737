namespace MyBudget.Development.Demo;

/// <summary>Puts the household into a ledger: accounts, two years of entries, and a budget in every state.</summary>
internal sealed class DemoLedger(DemoClient client)
{
    private const int BatchSize = 500;
    private readonly Guid _id = DemoClient.IdOf("ledger");

    private string Path => $"/api/v1/ledgers/{_id}";

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        // What is there may have been changed by hand since; telling the story again would only get in the way.
        if (await IsToldAsync(cancellationToken)) return;

        var ledger = await client.PostAsync("/api/v1/ledgers", new { id = _id, name = "Household", currency = "EUR" }, cancellationToken);
        // The story ends on the day it was first told, so that telling it again on a later day repeats it to the letter.
        var today = DateOnly.FromDateTime(ledger.GetProperty("createdAt").GetDateTimeOffset().Date);
        var start = new DateOnly(today.Year - 2, today.Month, 1);
        foreach (var account in DemoAccounts.All)
            await client.PostAsync($"{Path}/accounts", account.Opening(start), cancellationToken);

        var categories = await CategoriesAsync(cancellationToken);
        var entries = new DemoStory(start, today, categories).Entries().ToList();
        foreach (var batch in entries.Chunk(BatchSize))
            await client.PostAsync($"{Path}/transactions/batch", new { transactions = batch }, cancellationToken);

        foreach (var budget in DemoBudgets.For(today, categories))
            await client.PostAsync($"{Path}/budgets", budget, cancellationToken);
    }

    /// <summary>The budgets come last, so once there are any the story is complete.</summary>
    private async Task<bool> IsToldAsync(CancellationToken cancellationToken)
    {
        var ledgers = await client.GetAsync("/api/v1/ledgers", cancellationToken);
        if (!ledgers.GetProperty("items").EnumerateArray().Any(ledger => ledger.GetProperty("id").GetGuid() == _id)) return false;

        var budgets = await client.GetAsync($"{Path}/budgets", cancellationToken);
        return budgets.GetProperty("items").GetArrayLength() > 0;
    }

    private async Task<IReadOnlyDictionary<string, Guid>> CategoriesAsync(CancellationToken cancellationToken)
    {
        var list = await client.GetAsync($"{Path}/categories", cancellationToken);
        return list.GetProperty("items").EnumerateArray().DistinctBy(NameOf).ToDictionary(
            NameOf, category => category.GetProperty("id").GetGuid());
    }

    private static string NameOf(JsonElement category) => $"{Text(category, "kind")}/{Text(category, "name")}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
