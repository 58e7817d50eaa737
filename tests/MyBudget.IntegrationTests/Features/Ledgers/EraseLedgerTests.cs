using System.Net;

namespace MyBudget.IntegrationTests.Features.Ledgers;

public sealed class EraseLedgerTests(AppFixture app)
{
    [Fact]
    public async Task leaves_no_row_behind_although_others_write()
    {
        for (var round = 0; round < 5; round++)
        {
            var ledger = await app.CreateLedgerAsync();
            var member = await app.InviteAsync(ledger, Domain.LedgerRole.Editor);
            var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
            var food = await ledger.CreateCategoryAsync("Food");
            var written = new TaskCompletionSource();

            var writers = Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
            {
                var client = n % 2 == 0 ? ledger : member;
                while (true)
                {
                    var entry = n % 3 == 0
                        ? new { accountId = bank, date = "2026-02-28", amount = -1, categoryId = (Guid?)food, transfer = (object?)null }
                        : new { accountId = cash, date = "2026-02-28", amount = -1, categoryId = (Guid?)null, transfer = (object?)new { accountId = bank } };
                    var answer = n == 7
                        ? await client.PostAsync("transactions/batch", new { transactions = new[] { entry, entry, entry } })
                        : await client.PostAsync("transactions", entry);
                    if (answer.Status == HttpStatusCode.NotFound) return answer.ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
                    answer.ShouldBe(HttpStatusCode.Created);
                    written.TrySetResult();
                }
            }, TestContext.Current.CancellationToken)).ToArray();
            await written.Task;
            (await app.Host.DeleteLedgerAsync(ledger)).ShouldBe(HttpStatusCode.NoContent);
            (await app.Host.EraseDeletedAsync(ledger)).ShouldBeTrue();
            await Task.WhenAll(writers);

            (await LedgerDatabase.Of(app, ledger).TablesInUseAsync()).ShouldBeEmpty();
            (await member.GetAsync(ledger.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");
        }
    }

    [Fact]
    public async Task leaves_other_ledgers_alone()
    {
        var (kept, gone) = (await app.CreateLedgerAsync(), await app.CreateLedgerAsync());
        foreach (var ledger in new[] { kept, gone })
            await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -1 });
        // What has been followed leaves no news: from then on nothing changes by itself.
        IReadOnlyList<string> before;
        do before = await LedgerDatabase.Of(app, kept).TablesInUseAsync();
        while (before.Contains("ledger_news"));

        await app.Host.EraseLedgerAsync(gone);
        (await app.Host.DeleteLedgerAsync(gone)).ShouldBeProblem(HttpStatusCode.NotFound, "http.not-found");

        (await LedgerDatabase.Of(app, kept).TablesInUseAsync()).ShouldBe(before);
        (await kept.GetAsync("transactions")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_creation_repeated_after_a_rename_is_the_same_success()
    {
        var user = await app.SignInAsync();
        var request = new { id = Guid.CreateVersion7(), name = "Home", currency = "EUR" };
        await user.PostAsync("/api/v1/ledgers", request);
        await user.PatchAsync($"/api/v1/ledgers/{request.id}", new { name = "Flat" });

        (await user.PostAsync("/api/v1/ledgers", request)).ShouldBe(HttpStatusCode.Created).Body.GetProperty("name").GetString().ShouldBe("Flat");
    }
}
