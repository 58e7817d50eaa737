using System.Net;
using System.Text.Json.Nodes;
using CsCheck;

namespace MyBudget.IntegrationTests.Features.Transactions;

/// <summary>Bulk changes of any kind, undone one after the other, leave what was there before them.</summary>
public sealed class BulkRevisionProperties(AppFixture app)
{
    private static readonly string[] Own = ["version", "updatedAt"];

    [Fact]
    public Task undoing_restores_exactly() => Gen.Select(Entries, Changes.Array[1, 4]).SampleAsync(
        async (entries, changes) =>
        {
            var ledger = await app.CreateLedgerAsync();
            Guid[] accounts = [await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash")];
            Guid[] categories = [await ledger.CreateCategoryAsync("Food"), await ledger.CreateCategoryAsync("Fun")];
            var recorded = new List<Guid>();
            foreach (var entry in entries) recorded.Add((await ledger.RecordAsync(entry(accounts, categories))).GetProperty("id").GetGuid());
            var before = await StateAsync(ledger);

            var done = new Stack<Guid>();
            foreach (var (which, change) in changes)
            {
                var ids = recorded.Where((_, index) => (which >> index & 1) == 1).DefaultIfEmpty(recorded[0]);
                var report = await ledger.PostAsync("transactions/revisions", new { where = new { ids }, change = change(accounts, categories) });
                report.Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.OK);
                if (report.Status is HttpStatusCode.Created) done.Push(report.Id);
            }

            foreach (var id in done)
                (await ledger.DeleteAsync($"transactions/revisions/{id}")).ShouldBe(HttpStatusCode.OK).Body.GetProperty("notRestored").GetArrayLength().ShouldBe(0);
            (await StateAsync(ledger)).ShouldBe(before);
        },
        iter: 25, threads: 1);

    private static readonly string[] Statuses = ["pending", "cleared", "reconciled"];

    private static Gen<Func<Guid[], Guid[], object>[]> Entries => Gen.Select(
        Gen.Int[0, 1], Gen.Int[1, 28], Gen.Long[-5000, -1], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool,
        (account, day, amount, kind, status, isTagged) => (Func<Guid[], Guid[], object>)((accounts, categories) => new
        {
            accountId = accounts[account],
            date = new DateOnly(2026, 3, day),
            amount,
            categoryId = kind is 1 ? categories[0] : (Guid?)null,
            splits = kind is 2 ? new[] { new { amount, categoryId = categories[0] } } : [],
            transfer = kind is 3 ? new { accountId = accounts[1 - account] } : null,
            status = Statuses[status],
            tags = isTagged ? new[] { "Trip" } : [],
        })).Array[1, 10];

    private static Gen<(int Which, Func<Guid[], Guid[], object> Change)> Changes => Gen.Select(
        Gen.Int[1, 1023], Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[-40, 40],
        (which, kind, value, days) => (which, (Func<Guid[], Guid[], object>)((accounts, categories) => kind switch
        {
            0 => new { categoryId = value is 2 ? (Guid?)null : categories[value] },
            1 => new { accountId = accounts[value % 2], payee = "Moved" },
            2 => new { status = Statuses[value] },
            3 => new { status = Statuses[value], categoryId = categories[value % 2], payee = (string?)null },
            4 => new { addTags = new[] { "trip", "New" }, moveDays = days },
            5 => new { removeTags = new[] { "TRIP" }, date = "2026-05-05" },
            _ => new { delete = true },
        })));

    private static async Task<string> StateAsync(LedgerClient ledger)
    {
        var items = JsonNode.Parse((await ledger.GetAsync("transactions?limit=200")).Text)!["items"]!.AsArray();
        foreach (var item in items)
        {
            foreach (var name in Own) item!.AsObject().Remove(name);
        }

        var accounts = (await ledger.GetAsync("accounts")).Items.Select(account => $"{account.GetProperty("balance")} {account.GetProperty("clearedBalance")}");
        return $"{items} {string.Join(", ", accounts)}";
    }
}
