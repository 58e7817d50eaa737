using System.Globalization;
using System.Net;
using MyBudget.IntegrationTests.Features.Imports;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Entries of a day are listed by when they were recorded, whatever ids clients choose.</summary>
public sealed class OrderWithinADayTests(AppFixture app)
{
    private const string Day = "2026-02-28";

    [Fact]
    public async Task what_was_recorded_last_is_listed_first_whatever_the_ids()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        for (var n = 1; n <= 6; n++)
        {
            await ledger.RecordAsync(Entry(n));
            (await ledger.PostAsync("transactions/batch", new { transactions = Enumerable.Range(1, 6).Select(k => Entry(10 * n + k)) })).ShouldBe(HttpStatusCode.Created);
        }

        string[] expected = [.. Enumerable.Range(1, 6).SelectMany(n => Enumerable.Range(1, 6).Select(k => 10 * n + k).Prepend(n)).Reverse().Select(n => $"{n}")];
        foreach (var filter in new[] { string.Empty, $"&accountId={cash}", $"&accountId={cash}&accountId={bank}", "&q=of the day", "&maxAmount=-1", $"&accountId={bank}&q=of the day" })
        {
            var notes = new List<string>();
            string? cursor = null;
            do
            {
                var page = (await ledger.GetAsync($"transactions?limit=5{filter}{(cursor is null ? null : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
                notes.AddRange(page.Items.Select(item => item.GetProperty("note").GetString()!));
                cursor = page.Body.GetProperty("nextCursor").GetString();
            }
            while (cursor is not null);

            notes.ShouldBe(expected.Where(note => !filter.Contains($"{cash}") || filter.Contains($"{bank}") || int.Parse(note, CultureInfo.InvariantCulture) % 2 == 0), filter);
        }

        object Entry(int n) => new
        {
            id = Guid.NewGuid(),
            accountId = bank,
            date = Day,
            amount = -n,
            payee = "Shop of the day",
            note = $"{n}",
            transfer = n % 2 == 0 ? new { accountId = cash } : null,
        };
    }

    [Fact]
    public async Task a_file_is_listed_as_it_stands_whichever_end_is_the_newest()
    {
        var ledger = await app.CreateLedgerAsync();
        foreach (var (rows, expected) in new[]
                 {
                     ("2026-02-27,-1,a\n2026-02-28,-2,b\n2026-02-28,-3,c\n2026-02-28,-4,d\n", "dcba"),
                     ("2026-02-28,-4,d\n2026-02-28,-3,c\n2026-02-28,-2,b\n2026-02-27,-1,a\n", "dcba"),
                 })
        {
            var bank = await ledger.OpenAccountAsync($"Bank {rows.Length}{rows[9]}");
            (await ledger.ImportAsync($"Date,Amount,Payee\n{rows}", bank)).ShouldBe(HttpStatusCode.Created);
            string.Concat((await ledger.GetAsync($"transactions?accountId={bank}")).Items.Select(item => item.GetProperty("payee").GetString())).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task what_counts_in_a_budget_is_listed_in_the_same_order()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, food) = (await ledger.OpenAccountAsync(), await ledger.CreateCategoryAsync("Food"));
        var budget = (await ledger.PostAsync("budgets", new { name = "B", amount = 500, currency = "EUR", period = "month", startsOn = "2026-02-01" })).Id;
        for (var n = 1; n <= 7; n++) await ledger.RecordAsync(new { id = Guid.NewGuid(), accountId = bank, date = Day, amount = -n, categoryId = food });

        var amounts = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await ledger.GetAsync($"budgets/{budget}/entries?on={Day}&limit=3{(cursor is null ? null : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            amounts.AddRange(page.Items.Select(item => item.GetProperty("amount").GetInt64()));
            cursor = page.Body.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        amounts.ShouldBe([-7, -6, -5, -4, -3, -2, -1]);
    }
}
