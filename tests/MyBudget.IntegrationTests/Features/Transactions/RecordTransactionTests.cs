using System.Net;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class RecordTransactionTests(AppFixture app)
{
    [Fact]
    public async Task moves_the_balances_and_is_read_back_as_it_was_answered()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync(openingBalance: 1000);

        var recorded = await ledger.PostAsync("transactions", new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -1250,
            payee = " Baker ",
            note = "bread",
            tags = new[] { "food ", "Food" },
        });
        await ledger.RecordAsync(new { accountId = bank, date = "2026-03-01", amount = 300, status = "pending" });

        recorded.ShouldBe(HttpStatusCode.Created);
        recorded.Body.GetProperty("payee").GetString().ShouldBe("Baker");
        recorded.Body.GetProperty("status").GetString().ShouldBe("cleared");
        recorded.Body.GetProperty("tags").GetArrayLength().ShouldBe(1);
        recorded.Body.GetProperty("createdBy").GetGuid().ShouldBe(ledger.UserId);

        var read = await ledger.GetAsync(recorded.Headers.Location!.ToString());
        read.Body.ShouldBeJson(recorded.Body);
        read.ETag.ShouldBe("\"1\"");

        var account = (await ledger.GetAsync($"accounts/{bank}")).Body;
        account.GetProperty("balance").GetInt64().ShouldBe(50);
        account.GetProperty("clearedBalance").GetInt64().ShouldBe(-250);
    }

    [Fact]
    public async Task a_transfer_is_one_entry_seen_from_both_accounts()
    {
        var ledger = await app.CreateLedgerAsync();
        var euros = await ledger.OpenAccountAsync("Bank");
        var dollars = await ledger.OpenAccountAsync("Dollars", "USD");

        var transfer = await ledger.RecordAsync(new
        {
            accountId = euros,
            date = "2026-02-28",
            amount = -5000,
            transfer = new { accountId = dollars, amount = 5500 },
        });

        (await ledger.BalanceAsync(euros)).ShouldBe(-5000);
        (await ledger.BalanceAsync(dollars)).ShouldBe(5500);
        foreach (var account in new[] { euros, dollars })
            (await ledger.GetAsync($"transactions?accountId={account}")).Items.Single().ShouldBeJson(transfer);
        (await ledger.GetAsync($"transactions?accountId={dollars}&minAmount=1")).Items.Length.ShouldBe(1);
        (await ledger.GetAsync($"transactions?accountId={euros}&minAmount=1")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task within_one_currency_the_amount_that_arrives_may_be_left_out()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));

        var transfer = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -5000, transfer = new { accountId = cash } });

        transfer.GetProperty("transfer").GetProperty("amount").GetInt64().ShouldBe(5000);
        (await ledger.BalanceAsync(cash)).ShouldBe(5000);
    }

    [Fact]
    public async Task splits_have_to_add_up()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        object Split(params int[] amounts) => new
        {
            accountId = bank,
            date = "2026-02-28",
            amount = -1250,
            splits = amounts.Select(amount => new { amount }).ToArray(),
        };

        var refused = (await ledger.PostAsync("transactions", Split(-1000, -200))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.splits-sum");
        (refused.Body.GetProperty("sum").GetInt64(), refused.Body.GetProperty("difference").GetInt64()).ShouldBe((-1200, -50));
        refused.Body.GetProperty("detail").GetString()!.ShouldContain("-1200");
        var recorded = await ledger.RecordAsync(Split(-1500, 250));
        recorded.GetProperty("splits").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task a_retried_request_changes_nothing_and_other_content_is_a_conflict()
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var request = new { id = Guid.CreateVersion7(), accountId = bank, date = "2026-02-28", amount = -1250, tags = new[] { "a", "b" } };

        var first = await ledger.PostAsync("transactions", request);
        var revision = await ledger.RevisionAsync();
        (await ledger.PostAsync("transactions", request)).ShouldBe(HttpStatusCode.Created).Body.ShouldBeJson(first.Body);
        (await ledger.PostAsync("transactions", request with { amount = -1251 })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");
        (await ledger.PostAsync("transactions", request with { id = bank })).ShouldBeProblem(HttpStatusCode.Conflict, "http.id-taken");

        (await ledger.RevisionAsync()).ShouldBe(revision);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1250);
    }

    [Fact]
    public async Task rules_of_the_ledger_are_kept()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, dollars) = (
            await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Dollars", "USD"));
        var foreign = await (await app.CreateLedgerAsync()).OpenAccountAsync();
        await ledger.PostAsync($"accounts/{cash}/closure");
        object Entry(Guid account, long amount, object? transfer = null, Guid? category = null) =>
            new { accountId = account, date = "2026-02-28", amount, transfer, categoryId = category };

        await Refused(Entry(foreign, -1), "transactions.unknown-account");
        await Refused(Entry(Guid.NewGuid(), -1), "transactions.unknown-account");
        await Refused(Entry(bank, -1, category: Guid.NewGuid()), "transactions.unknown-category");
        await Refused(Entry(cash, -1), "accounts.closed");
        await Refused(Entry(bank, -1, new { accountId = cash, amount = 1 }), "accounts.closed");
        await Refused(Entry(bank, -1, new { accountId = bank, amount = 1 }), "transactions.transfer-to-itself");
        await Refused(Entry(bank, -1, new { accountId = foreign, amount = 1 }), "transactions.unknown-account");
        await Refused(Entry(bank, -1, new { accountId = dollars, amount = -1 }), "transactions.transfer-signs");
        await Refused(Entry(bank, 0, new { accountId = dollars, amount = 1 }), "transactions.transfer-signs");
        await Refused(Entry(bank, -1, new { accountId = dollars }), "transactions.transfer-amount-required");

        async Task Refused(object entry, string code) =>
            (await ledger.PostAsync("transactions", entry)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, code);
    }

    [Theory]
    [InlineData("""{"date":"2026-01-01","amount":1}""", "accountId", "required")]
    [InlineData("""{"accountId":"$","amount":1}""", "date", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01"}""", "amount", "required")]
    [InlineData("""{"accountId":"$","date":"2026-02-29","amount":1}""", "date", "json")]
    [InlineData("""{"accountId":"$","date":"2200-01-01","amount":1}""", "date", "date-range")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":"1"}""", "amount", "json")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1e3}""", "amount", "json")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":-1000000000000000}""", "amount", "amount-range")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"splits":[null]}""", "splits[0]", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"splits":[{}]}""", "splits[0].amount", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"splits":[{"amount":1,"x":2}]}""", "splits[0].x", "unknown-member")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"transfer":{"amount":-1}}""", "transfer.accountId", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"transfer":{"accountId":"$"},"splits":[{"amount":1}]}""", "splits", "not-allowed")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"transfer":{"accountId":"$","date":"2200-01-01"}}""", "transfer.date", "date-range")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"splits":[{"amount":1,"transfer":{"amount":-1}}]}""", "splits[0].transfer.accountId", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"splits":[{"amount":1}],"categoryId":"$"}""", "categoryId", "not-allowed")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"tags":[" "]}""", "tags[0]", "required")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"tags":[null]}""", "tags[0]", null)]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"status":"done"}""", "status", "json")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"payee":"a\u0007b"}""", "payee", "control-characters")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"payee":"\ud800"}""", "payee", "json")]
    [InlineData("""{"accountId":"$","date":"2026-01-01","amount":1,"amount":2}""", "amount", "repeated")]
    public async Task bad_input_names_the_field(string body, string field, string? code)
    {
        var ledger = await app.CreateLedgerAsync();
        var bank = await ledger.OpenAccountAsync();
        var revision = await ledger.RevisionAsync();

        (await ledger.PostAsync("transactions", body.Replace("$", bank.ToString(), StringComparison.Ordinal))).ShouldBlame(field, code);
        (await ledger.RevisionAsync()).ShouldBe(revision);
    }
}
