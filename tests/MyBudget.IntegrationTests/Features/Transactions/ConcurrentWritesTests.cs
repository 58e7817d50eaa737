using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class ConcurrentWritesTests(AppFixture app)
{
    [Fact]
    public async Task fifty_writers_lose_nothing_and_number_every_write_without_gaps()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var before = await ledger.RevisionAsync();
        var writes = 0;

        await Parallel.ForAsync(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (writer, _) =>
        {
            var kept = await SucceedsAsync(ledger.PostAsync("transactions", Entry(writer, 100)));
            await SucceedsAsync(ledger.PatchAsync($"transactions/{kept.Id}", new { amount = -7, accountId = bank, transfer = (string?)null }));
            var gone = await SucceedsAsync(ledger.PostAsync("transactions", Entry(writer + 1, 13)));
            await SucceedsAsync(ledger.DeleteAsync($"transactions/{gone.Id}"));
            await SucceedsAsync(ledger.PostAsync("transactions/batch", new { transactions = new[] { Entry(writer, 1), Entry(writer + 1, 1) } }));
        });

        writes.ShouldBe(250);
        (await ledger.RevisionAsync()).ShouldBe(before + 250);
        (await ledger.BalanceAsync(bank)).ShouldBe(-350);
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        var revisions = await LedgerDatabase.Of(app, ledger).EventRevisionsAsync();
        revisions.ShouldBe(revisions.Order());
        revisions.Distinct().ShouldBe(Enumerable.Range(1, (int)before + 250).Select(n => (long)n));

        object Entry(int n, long amount) => n % 2 == 0
            ? new { accountId = bank, date = "2026-02-28", amount = -amount, transfer = new { accountId = cash } }
            : new { accountId = cash, date = "2026-02-28", amount = -amount, transfer = new { accountId = bank } };

        async Task<ApiResponse> SucceedsAsync(Task<ApiResponse> request)
        {
            var answer = await request;
            ((int)answer.Status).ShouldBeInRange(200, 299, answer.Text);
            Interlocked.Increment(ref writes);
            return answer;
        }
    }

    [Fact]
    public async Task of_two_edits_of_one_version_exactly_one_wins()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        for (var round = 0; round < 20; round++)
        {
            var id = (await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1 })).GetProperty("id");

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
                ledger.PatchAsync($"transactions/{id}", new { note = $"{n}" }, ("If-Match", "\"1\""))));

            answers.Count(answer => answer.Status is HttpStatusCode.OK).ShouldBe(1);
            answers.Count(answer => answer.Status is HttpStatusCode.PreconditionFailed).ShouldBe(3);
            (await ledger.GetAsync($"transactions/{id}")).Body.ShouldBeJson(answers.Single(answer => answer.Status is HttpStatusCode.OK).Body);
        }
    }

    [Fact]
    public async Task edits_of_any_version_all_apply_in_some_order()
    {
        var ledger = await app.CreateLedgerAsync();
        var id = (await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -1 })).GetProperty("id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n % 2 == 0
            ? ledger.PatchAsync($"transactions/{id}", new { note = $"{n}" })
            : ledger.PatchAsync($"transactions/{id}", new { amount = -n - 1 })));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Select(answer => answer.Body.GetProperty("version").GetInt32()).Order().ShouldBe(Enumerable.Range(2, 20));
        var last = answers.MaxBy(answer => answer.Body.GetProperty("version").GetInt32())!;
        (await ledger.GetAsync($"transactions/{id}")).Body.ShouldBeJson(last.Body);
        var history = (await ledger.GetAsync($"transactions/{id}/history")).Items;
        for (var n = 0; n + 1 < history.Length; n++) history[n].GetProperty("was").ShouldBeJson(history[n + 1].GetProperty("now"));
    }

    [Fact]
    public async Task parallel_creations_with_one_id_are_one_creation()
    {
        var user = await app.SignInAsync();
        var home = new { id = Guid.CreateVersion7(), name = "Home", currency = "EUR" };
        (await CreatedAsync(() => user.PostAsync("/api/v1/ledgers", home))).ShouldBe(home.id);
        var ledger = (await app.CreateLedgerAsync());
        var account = new { id = Guid.CreateVersion7(), name = "Bank", type = "cash", currency = "EUR", openedOn = "2026-01-01" };
        await CreatedAsync(() => ledger.PostAsync("accounts", account));
        var category = new { id = Guid.CreateVersion7(), name = "Food", group = "Tests", kind = "expense" };
        await CreatedAsync(() => ledger.PostAsync("categories", category));
        var entry = new { id = Guid.CreateVersion7(), accountId = account.id, date = "2026-02-28", amount = -5 };
        await CreatedAsync(() => ledger.PostAsync("transactions", entry));
        var batch = new { transactions = new[] { entry with { id = Guid.CreateVersion7() }, entry with { id = Guid.CreateVersion7() } } };
        var batches = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ledger.PostAsync("transactions/batch", batch)));

        batches.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        (await ledger.BalanceAsync(account.id)).ShouldBe(-15);
        (await LedgerDatabase.Of(app, ledger).EventRevisionsAsync()).Distinct().Count().ShouldBe((int)await ledger.RevisionAsync());

        static async Task<Guid> CreatedAsync(Func<Task<ApiResponse>> create)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => create()));
            foreach (var answer in answers) answer.ShouldBe(HttpStatusCode.Created);
            return answers.Select(answer => answer.Id).Distinct().Single();
        }
    }

    [Fact]
    public async Task more_requests_than_the_server_has_connections_wait_for_their_turn()
    {
        var created = await app.CreateLedgerAsync();
        await using var host = await app.StartHostAsync(web =>
            web.UseSetting("Database:ConnectionString", $"{app.ConnectionString};Maximum Pool Size=4;Timeout=5"));
        var ledger = new LedgerClient(host.Server.CreateClient(), created.UserId, created.Token, created.LedgerId);
        var account = new { id = Guid.CreateVersion7(), name = "Bank", type = "cash", currency = "EUR", openedOn = "2026-01-01" };
        var budget = new { id = Guid.CreateVersion7(), name = "All", amount = 100, currency = "EUR", period = "month", startsOn = "2026-01-01" };
        await ledger.PostAsync("accounts", account);
        (await ledger.PostAsync("budgets", budget)).ShouldBe(HttpStatusCode.Created);

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(n => (n % 8) switch
        {
            0 => ledger.PostAsync("accounts", account),
            1 => ledger.PatchAsync($"accounts/{account.id}", new { name = "Bank" }),
            2 => ledger.PatchAsync($"accounts/{account.id}", new { openingBalance = n }),
            3 => ledger.DeleteAsync($"accounts/{account.id}/closure"),
            4 => ledger.PostAsync("accounts", account with { id = Guid.CreateVersion7(), name = $"{n}" }),
            5 => ledger.PostAsync("budgets", budget),
            6 => ledger.PatchAsync($"budgets/{budget.id}", new { amount = 100 }),
            _ => ledger.PostAsync("transactions", new { accountId = account.id, date = "2026-02-28", amount = -1 }),
        }));

        answers.Where(answer => answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created)).Select(answer => answer.Text).ShouldBeEmpty();
    }
}
