using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class RecordBatchTests(AppFixture app)
{
    [Fact]
    public async Task takes_500_in_one_write_and_not_501()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();

        (await PostAsync(ledger, [.. Enumerable.Range(0, 501).Select(n => Entry(bank, n))])).ShouldBlame("transactions", "too-many");
        (await PostAsync(ledger)).ShouldBlame("transactions", "required");
        (await ledger.PostAsync("transactions/batch", "{}")).ShouldBlame("transactions", "required");
        (await ledger.RevisionAsync()).ShouldBe(revision);

        var recorded = await PostAsync(ledger, [.. Enumerable.Range(1, 500).Select(n => Entry(bank, -n))]);
        recorded.ShouldBe(HttpStatusCode.Created).Items.Select(item => item.GetProperty("amount").GetInt64())
            .ShouldBe(Enumerable.Range(1, 500).Select(n => -(long)n));
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.BalanceAsync(bank)).ShouldBe(-125_250);
        foreach (var item in recorded.Items.Where((_, index) => index % 100 == 0))
            (await ledger.GetAsync($"transactions/{item.GetProperty("id")}")).Body.ShouldBeJson(item);
    }

    [Fact]
    public async Task entries_of_a_day_are_listed_in_the_order_they_came_the_newest_first()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();

        (await PostAsync(ledger, [.. Enumerable.Range(1, 20).Select(n => Entry(bank, n))])).ShouldBe(HttpStatusCode.Created);

        (await ledger.GetAsync("transactions")).Items.Select(item => item.GetProperty("amount").GetInt64())
            .ShouldBe(Enumerable.Range(1, 20).Reverse().Select(n => (long)n));
    }

    [Fact]
    public async Task names_each_entry_of_a_wrong_shape_by_its_index_and_records_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var id = Guid.CreateVersion7();

        var refused = await PostAsync(
            ledger, Entry(bank, 1), new { accountId = bank, amount = 1 }, Entry(bank, 1_000_000_000_000_000), null,
            new { id, accountId = bank, date = "2026-01-01", amount = 1, splits = new[] { new { } } },
            new { id, accountId = bank, date = "2026-01-01", amount = 1 });

        refused.ShouldBlame("transactions[1].date", "required");
        refused.ShouldBlame("transactions[2].amount", "amount-range");
        refused.ShouldBlame("transactions[3]", "required");
        refused.ShouldBlame("transactions[4].splits[0].amount", "required");
        refused.ShouldBlame("transactions[4]", "repeated");
        refused.ShouldBlame("transactions[5]", "repeated");
        refused.Body.GetProperty("errors").EnumerateObject().ShouldAllBe(error => !error.Name.StartsWith("transactions[0]"));
        (await ledger.PostAsync("transactions/batch", $$"""{"transactions":[{"accountId":"{{bank}}","date":"2026-02-30","amount":1}]}"""))
            .ShouldBlame("transactions[0].date", "json");
        (await ledger.GetAsync("transactions")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task names_each_broken_rule_by_its_index_and_records_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        await ledger.PostAsync($"accounts/{cash}/closure");
        var taken = (await ledger.RecordAsync(Entry(bank, -5))).GetProperty("id").GetGuid();
        var revision = await ledger.RevisionAsync();

        var refused = await PostAsync(
            ledger, Entry(bank, 1), Entry(cash, 1), Entry(Guid.CreateVersion7(), 1), Entry(bank, -6, taken),
            new { accountId = bank, date = "2026-01-01", amount = 3, splits = new[] { new { amount = 1 }, new { amount = 1 } } });

        refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "http.items-refused");
        Codes(refused).ShouldBe(
        [
            "transactions[1] accounts.closed", "transactions[2] transactions.unknown-account", "transactions[3] http.id-taken",
            "transactions[4] transactions.splits-sum",
        ]);
        Codes((await PostAsync(ledger, Entry(bank, 1), Entry(bank, -6, taken))).ShouldBeProblem(HttpStatusCode.Conflict, "http.items-refused"))
            .ShouldBe(["transactions[1] http.id-taken"]);
        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.BalanceAsync(bank)).ShouldBe(-5);
    }

    [Fact]
    public async Task a_repeated_batch_records_nothing_and_a_partly_repeated_one_only_the_rest()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        object[] batch = [Entry(bank, -1, Guid.CreateVersion7()), Entry(bank, -2, Guid.CreateVersion7())];

        var first = await PostAsync(ledger, batch);
        var revision = await ledger.RevisionAsync();
        (await PostAsync(ledger, batch)).ShouldBe(HttpStatusCode.Created).Body.ShouldBeJson(first.Body);
        (await ledger.RevisionAsync()).ShouldBe(revision);

        var more = await PostAsync(ledger, batch[1], Entry(bank, -4, Guid.CreateVersion7()), batch[0]);
        more.ShouldBe(HttpStatusCode.Created).Items.Select(item => item.GetProperty("amount").GetInt64()).ShouldBe([-2, -4, -1]);
        (await ledger.RevisionAsync()).ShouldBe(revision + 1);
        (await ledger.BalanceAsync(bank)).ShouldBe(-7);
    }

    [Fact]
    public async Task a_sum_that_cannot_be_kept_refuses_the_whole_batch()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        object[] fill = [.. Enumerable.Range(0, 500).Select(_ => Entry(bank, 999_999_999_999_999))];
        for (var round = 0; round < 18; round++) (await PostAsync(ledger, fill)).ShouldBe(HttpStatusCode.Created);
        var balance = await ledger.BalanceAsync(bank);
        balance.ShouldBe(9000L * 999_999_999_999_999);

        (await PostAsync(ledger, [Entry(cash, -1), .. fill])).ShouldBeProblem(HttpStatusCode.BadRequest, "http.invalid");
        (await PostAsync(ledger, [Entry(cash, -1), .. fill[1..]])).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "money.overflow");
        (await ledger.BalanceAsync(bank)).ShouldBe(balance);
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
    }

    private static Task<ApiResponse> PostAsync(LedgerClient ledger, params object?[] transactions) =>
        ledger.PostAsync("transactions/batch", new { transactions });

    private static object Entry(Guid account, long amount, Guid? id = null) => new { id, accountId = account, date = "2026-02-28", amount };

    private static string[] Codes(ApiResponse refused) =>
        [.. refused.Body.GetProperty("errors").EnumerateObject().Select(error => $"{error.Name} {error.Value[0].GetProperty("code").GetString()}")];
}
