using System.Net;
using System.Text.Json;

namespace MyBudget.IntegrationTests.Features.Transactions;

public sealed class ReviseTransactionTests(AppFixture app)
{
    [Theory]
    [InlineData("""{"date":"2024-02-29"}""", "date", "\"2024-02-29\"")]
    [InlineData("""{"amount":999}""", "amount", "999")]
    [InlineData("""{"amount":0}""", "amount", "0")]
    [InlineData("""{"payee":" Butcher "}""", "payee", "\"Butcher\"")]
    [InlineData("""{"payee":null}""", "payee", "null")]
    [InlineData("""{"payee":"  "}""", "payee", "null")]
    [InlineData("""{"categoryId":null}""", "categoryId", "null")]
    [InlineData("""{"note":"two\nlines"}""", "note", "\"two\\nlines\"")]
    [InlineData("""{"note":null}""", "note", "null")]
    [InlineData("""{"tags":["new"]}""", "tags", "[\"new\"]")]
    [InlineData("""{"tags":[]}""", "tags", "[]")]
    [InlineData("""{"tags":null}""", "tags", "[]")]
    [InlineData("""{"status":"pending"}""", "status", "\"pending\"")]
    [InlineData("""{"status":"reconciled"}""", "status", "\"reconciled\"")]
    public async Task changes_what_the_patch_names_and_nothing_else(string patch, string field, string expected)
    {
        var ledger = await app.CreateLedgerAsync();
        var before = await ledger.RecordAsync(new
        {
            accountId = await ledger.OpenAccountAsync(),
            date = "2026-02-28",
            amount = -1250,
            payee = "Baker",
            categoryId = await ledger.CreateCategoryAsync("Bread"),
            note = "rolls",
            tags = new[] { "a", "b" },
        });

        var revised = await ledger.PatchAsync($"transactions/{before.GetProperty("id")}", patch);

        revised.ShouldBe(HttpStatusCode.OK);
        revised.ETag.ShouldBe("\"2\"");
        Member(revised.Body, field).ShouldBe(expected);
        foreach (var member in before.EnumerateObject().Where(member => member.Name != field && member.Name is not ("updatedAt" or "version")))
            Member(revised.Body, member.Name).ShouldBe(member.Value.GetRawText());
        (await ledger.GetAsync($"transactions/{revised.Id}")).Body.ShouldBeJson(revised.Body);
    }

    [Fact]
    public async Task moves_balances_and_totals_to_another_account_and_day()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var id = (await ledger.RecordAsync(new { accountId = bank, date = "2024-02-29", amount = -1250 })).GetProperty("id");

        await ledger.PatchAsync($"transactions/{id}", new { accountId = cash, date = "2024-03-31", amount = -1300 });

        (await ledger.BalanceAsync(bank)).ShouldBe(0);
        (await ledger.BalanceAsync(cash)).ShouldBe(-1300);
        (await ledger.GetAsync($"transactions?accountId={bank}")).Items.ShouldBeEmpty();
        (await ledger.GetAsync($"transactions?accountId={cash}&from=2024-03-31&to=2024-03-31")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_transfer_is_merged_member_by_member()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash, dollars) = (
            await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"), await ledger.OpenAccountAsync("Dollars", "USD"));
        var recorded = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -5000, transfer = new { accountId = cash } });
        var path = $"transactions/{recorded.GetProperty("id")}";

        var elsewhere = await ledger.PatchAsync(path, new { transfer = new { accountId = dollars, amount = 5400 } });
        elsewhere.ShouldBe(HttpStatusCode.OK).Body.GetProperty("transfer").GetProperty("amount").GetInt64().ShouldBe(5400);
        (await ledger.PatchAsync(path, """{"transfer":{"amount":5500}}""")).ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        (await ledger.BalanceAsync(dollars)).ShouldBe(5500);

        (await ledger.PatchAsync(path, """{"transfer":{"amount":null}}"""))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.transfer-amount-required");
        (await ledger.PatchAsync(path, """{"transfer":{"rate":2}}""")).ShouldBlame("transfer.rate", "unknown-member");

        var back = await ledger.PatchAsync(path, new { amount = -4000, transfer = new { accountId = cash, amount = 4000 } });
        back.ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(bank)).ShouldBe(-4000);
        (await ledger.BalanceAsync(cash)).ShouldBe(4000);
        (await ledger.BalanceAsync(dollars)).ShouldBe(0);
    }

    [Fact]
    public async Task the_amount_that_arrives_follows_when_it_is_removed_from_the_patch()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var recorded = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -5000, transfer = new { accountId = cash } });

        (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", """{"amount":-6000,"transfer":{"amount":null}}"""))
            .ShouldBe(HttpStatusCode.OK).Body.GetProperty("transfer").GetProperty("amount").GetInt64().ShouldBe(6000);
    }

    [Fact]
    public async Task turns_from_plain_into_split_into_transfer_and_back()
    {
        var ledger = await app.CreateLedgerAsync();
        var (bank, cash) = (await ledger.OpenAccountAsync("Bank"), await ledger.OpenAccountAsync("Cash"));
        var food = await ledger.CreateCategoryAsync("Food");
        var recorded = await ledger.RecordAsync(new { accountId = bank, date = "2026-02-28", amount = -1000, categoryId = food });
        var path = $"transactions/{recorded.GetProperty("id")}";
        var splits = new object[] { new { amount = -900, categoryId = food, note = " rolls " }, new { amount = -100 } };

        (await ledger.PatchAsync(path, new { splits })).ShouldBlame("categoryId", "not-allowed");
        var split = await ledger.PatchAsync(path, new { splits, categoryId = (string?)null });
        split.ShouldBe(HttpStatusCode.OK).Body.GetProperty("splits")[0].GetProperty("note").GetString().ShouldBe("rolls");
        (await ledger.PatchAsync(path, """{"splits":[{"amount":-1000}]}""")).ShouldBe(HttpStatusCode.OK).Body
            .GetProperty("splits").GetArrayLength().ShouldBe(1);
        (await ledger.PatchAsync(path, """{"amount":-1001}""")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "transactions.splits-sum");

        (await ledger.PatchAsync(path, new { transfer = new { accountId = cash } })).ShouldBlame("splits", "not-allowed");
        (await ledger.PatchAsync(path, new { splits = (string?)null, transfer = new { accountId = cash } })).ShouldBe(HttpStatusCode.OK);
        (await ledger.BalanceAsync(cash)).ShouldBe(1000);

        var plain = await ledger.PatchAsync(path, new { transfer = (string?)null, categoryId = food });
        plain.ShouldBe(HttpStatusCode.OK);
        Member(plain.Body, "transfer").ShouldBe("null");
        (await ledger.BalanceAsync(cash)).ShouldBe(0);
        (await ledger.BalanceAsync(bank)).ShouldBe(-1000);
        (await ledger.GetAsync($"transactions?categoryId={food}")).Items.Length.ShouldBe(1);
    }

    [Fact]
    public async Task a_patch_that_changes_nothing_writes_nothing()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new
        {
            accountId = await ledger.OpenAccountAsync(),
            date = "2026-02-28",
            amount = -1250,
            payee = "Baker",
            tags = new[] { "a" },
            splits = new[] { new { amount = -1000 }, new { amount = -250 } },
        });
        var revision = await ledger.RevisionAsync();

        foreach (var patch in new[] { "{}", """{"payee":" Baker"}""", """{"tags":["a","A "]}""", """{"splits":[{"amount":-1000},{"amount":-250,"note":""}]}""" })
            (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", patch)).ShouldBe(HttpStatusCode.OK).Body.ShouldBeJson(recorded);

        (await ledger.RevisionAsync()).ShouldBe(revision);
    }

    [Fact]
    public async Task a_version_that_is_gone_is_refused()
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -1 });
        var path = $"transactions/{recorded.GetProperty("id")}";

        (await ledger.PatchAsync(path, new { amount = -2 }, ("If-Match", "\"1\""))).ShouldBe(HttpStatusCode.OK);
        foreach (var tag in new[] { "\"1\"", "\"3\"", "W/\"2\"", "2", "\"\"" })
            (await ledger.PatchAsync(path, new { amount = -3 }, ("If-Match", tag))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "http.precondition-failed");
        (await ledger.PatchAsync(path, new { amount = -3 }, ("If-Match", "\"1\", \"2\""))).ShouldBe(HttpStatusCode.OK);
        (await ledger.PatchAsync(path, new { amount = -4 }, ("If-Match", "*"))).ShouldBe(HttpStatusCode.OK).ETag.ShouldBe("\"4\"");
    }

    [Theory]
    [InlineData("""{"accountId":null}""", "accountId", "required")]
    [InlineData("""{"date":null}""", "date", "required")]
    [InlineData("""{"amount":null}""", "amount", "required")]
    [InlineData("""{"date":"2025-02-29"}""", "date", "json")]
    [InlineData("""{"date":"1899-12-31"}""", "date", "date-range")]
    [InlineData("""{"amount":1000000000000000}""", "amount", "amount-range")]
    [InlineData("""{"splits":[{"amount":-1250},{}]}""", "splits[1].amount", "required")]
    [InlineData("""{"transfer":{"amount":5}}""", "transfer.accountId", "required")]
    [InlineData("""{"id":"0197d0a0-0000-7000-8000-000000000001"}""", "id", "unknown-member")]
    [InlineData("""{"version":7}""", "version", "unknown-member")]
    [InlineData("""{"payee":{"name":"x"}}""", "payee", "json")]
    public async Task bad_input_names_the_field_and_changes_nothing(string patch, string field, string code)
    {
        var ledger = await app.CreateLedgerAsync();
        var recorded = await ledger.RecordAsync(new { accountId = await ledger.OpenAccountAsync(), date = "2026-02-28", amount = -1250 });

        (await ledger.PatchAsync($"transactions/{recorded.GetProperty("id")}", patch)).ShouldBlame(field, code);
        (await ledger.GetAsync($"transactions/{recorded.GetProperty("id")}")).Body.ShouldBeJson(recorded);
    }

    private static string Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value.GetRawText() : "null";
}
