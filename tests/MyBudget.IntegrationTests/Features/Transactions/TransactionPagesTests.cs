using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class TransactionPagesTests(AppFixture app)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(200)]
    public async Task pages_hold_every_entry_once_newest_first(int limit)
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        for (var n = 0; n < 25; n++)
        {
            var (account, transfer) = n % 3 == 0 ? (cash, (object)new { accountId = bank }) : (bank, null!);
            await ledger.RecordAsync(new { accountId = account, date = n % 2 == 0 ? "2024-02-29" : "2024-03-01", amount = -n - 1, transfer });
        }

        foreach (var filter in new[] { string.Empty, $"&accountId={bank}" })
        {
            var items = await PageThroughAsync(ledger, $"transactions?limit={limit}{filter}");
            items.Count.ShouldBe(25);
            items.Distinct().Count().ShouldBe(25);
            items.ShouldBe(items.OrderByDescending(item => item.Date, StringComparer.Ordinal).ThenByDescending(item => item.Id, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task pages_stay_stable_while_others_write()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var kept = await RecordAsync(120);
        var doomed = await RecordAsync(40);
        using var done = new CancellationTokenSource();

        var writer = Task.Run(async () =>
        {
            for (var n = 0; !done.IsCancellationRequested; n++)
            {
                await ledger.RecordAsync(Entry(n));
                if (n < doomed.Length) await ledger.DeleteAsync($"transactions/{doomed[n]}");
            }
        }, TestContext.Current.CancellationToken);
        for (var round = 0; round < 6; round++)
        {
            var seen = (await PageThroughAsync(ledger, $"transactions?limit=9{(round % 2 == 0 ? string.Empty : $"&accountId={cash}")}")).Select(item => item.Id).ToList();
            seen.Distinct().Count().ShouldBe(seen.Count);
            kept.ShouldBeSubsetOf(seen);
        }

        await done.CancelAsync();
        await writer;

        async Task<string[]> RecordAsync(int count)
        {
            var batch = await ledger.PostAsync("transactions/batch", new { transactions = Enumerable.Range(0, count).Select(Entry) });
            return [.. batch.ShouldBe(HttpStatusCode.Created).Items.Select(item => item.GetProperty("id").GetString()!)];
        }

        object Entry(int n) => n % 2 == 0
            ? new { accountId = cash, date = $"2024-02-{n % 29 + 1:00}", amount = -1 }
            : new { accountId = bank, date = $"2024-02-{n % 29 + 1:00}", amount = -1, transfer = new { accountId = cash } };
    }

    [Fact]
    public async Task pages_of_several_ledgers_that_are_read_at_once_stay_apart()
    {
        var user = await app.SignInAsync();
        var expected = new List<(LedgerClient Ledger, (string, string)[] Headers, byte[] Answer)>();
        for (var n = 0; n < 4; n++)
        {
            var ledger = await user.CreateLedgerAsync();
            var bank = await ledger.OpenAccountAsync();
            var note = new string((char)('a' + n), 300);
            var transactions = Enumerable.Range(1, 200).Select(amount => new { accountId = bank, date = "2026-02-28", amount, note });
            (await ledger.PostAsync("transactions/batch", new { transactions })).ShouldBe(HttpStatusCode.Created);
            foreach (var headers in new (string, string)[][] { [], [("Accept-Encoding", "br")] })
                expected.Add((ledger, headers, (await ledger.GetAsync("transactions?limit=200", headers)).ShouldBe(HttpStatusCode.OK).Bytes));
        }

        await Parallel.ForEachAsync(Enumerable.Repeat(expected, 25).SelectMany(each => each), TestContext.Current.CancellationToken, async (each, _) =>
            (await each.Ledger.GetAsync("transactions?limit=200", each.Headers)).Bytes.AsSpan().SequenceEqual(each.Answer).ShouldBeTrue());
    }

    private static async Task<List<(string Date, string Id)>> PageThroughAsync(LedgerClient ledger, string path)
    {
        var items = new List<(string, string)>();
        string? cursor = null;
        do
        {
            var page = await ledger.GetAsync(cursor is null ? path : $"{path}&cursor={cursor}");
            items.AddRange(page.ShouldBe(HttpStatusCode.OK).Items.Select(item => (item.GetProperty("date").GetString()!, item.GetProperty("id").GetString()!)));
            cursor = page.Body.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        return items;
    }
}
